package communique.accounts;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import communique.access.Account;
import communique.access.Accounts;
import communique.access.Action;
import communique.access.Caller;
import communique.access.Scope;
import communique.access.Token;
import communique.access.TokenSecret;
import communique.access.Tokens;
import communique.archive.Offices;
import communique.briefing.OfficeCode;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.database.Clock;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Issues a token: an account for itself, an administrator for anybody. */
@NeedsDatabase
@ApplicationScoped
public class IssueToken {
  private static final TimeBasedEpochGenerator IDENTITIES = Generators.timeBasedEpochGenerator();
  private static final Duration USUAL = Duration.ofDays(365);
  private static final Duration LONGEST = Duration.ofDays(731);

  @Inject private Accounts accounts;
  @Inject private Tokens tokens;
  @Inject private Clock clock;
  @Inject private Offices offices;

  /**
   * Issues it; what it allows is never more than what its account may at the time it is used.
   *
   * @throws Refusal NOT_AUTHENTICATED or NOT_ALLOWED when the caller may not; NOT_FOUND when there
   *     is no such account; NOT_ALLOWED when the account itself may not do what the token is to
   *     allow; OUT_OF_RANGE when it would expire too late or has expired already
   */
  @Transactional
  public Issued issue(Caller caller, TokenRequest request) {
    caller.mustHaveAccount();
    String name = request.account() == null ? caller.name() : request.account();
    caller.mustKeepTokensOf(name);
    Account account =
        accounts
            .find(name)
            .orElseThrow(
                () -> new Refusal(Reason.NOT_FOUND, "account", "must be an account here", name));
    mustBeWithin(account, request.actions(), request.offices());
    Instant now = clock.now();
    Token token =
        new Token(
            IDENTITIES.generate(),
            name,
            request.name(),
            new Scope(request.actions(), request.offices()),
            now,
            caller.name(),
            expiry(request.expiresAt(), now),
            null,
            null);
    TokenSecret secret = TokenSecret.random();
    tokens.add(token, secret);
    return new Issued(token, secret);
  }

  private void mustBeWithin(Account account, Set<Action> actions, @Nullable Set<OfficeCode> only) {
    for (Action action : actions) {
      if (!account.may(action)) {
        throw new Refusal(
            Reason.NOT_ALLOWED, "actions", "must be what the account may do", action.code());
      }
    }
    for (OfficeCode office : only == null ? Set.<OfficeCode>of() : only) {
      offices.mustExist(office);
      if (!account.actsFor(office)) {
        throw new Refusal(
            Reason.NOT_ALLOWED, "offices", "must be those the account acts for", office.code());
      }
    }
  }

  private static Instant expiry(@Nullable Instant wanted, Instant now) {
    if (wanted == null) {
      return now.plus(USUAL);
    }
    if (!wanted.isAfter(now) || wanted.isAfter(now.plus(LONGEST))) {
      throw new Refusal(
          Reason.OUT_OF_RANGE,
          "expiresAt",
          "must be to come, and within two years",
          wanted.toString());
    }
    return wanted;
  }

  /**
   * A new token.
   *
   * @param secret to be told to the caller, now and never again
   */
  public record Issued(Token token, TokenSecret secret) {}
}
