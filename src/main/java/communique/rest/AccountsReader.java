package communique.rest;

import communique.access.Account;
import communique.access.Action;
import communique.access.Role;
import communique.accounts.TokenRequest;
import communique.briefing.Coded;
import communique.briefing.Fields;
import communique.briefing.OfficeCode;
import communique.briefing.Refusal;
import communique.deposit.SubmissionReader;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an account, a token or a watch is to be. A null is refused: an absent field means all
 * offices, an open account or the old password, and none of these may come about by chance.
 */
final class AccountsReader {
  private AccountsReader() {}

  /**
   * What an account is to be.
   *
   * @param name as the address has it
   * @throws Refusal with all that is wrong
   */
  static WantedAccount account(String name, JsonObject json) {
    return Fields.read(
        json,
        fields -> {
          fields.mustHaveNoNulls();
          String password = fields.secret("password");
          Role role = fields.text("role", code -> Coded.of(Role.class, "role", code), Role.READER);
          Set<OfficeCode> offices = Set.copyOf(fields.texts("offices", OfficeCode::new));
          return new WantedAccount(
              new Account(name, role, offices, fields.yes("closed")), password);
        });
  }

  /**
   * What a token is to be for.
   *
   * @throws Refusal with all that is wrong
   */
  static TokenRequest token(JsonObject json) {
    return Fields.read(
        json,
        fields -> {
          fields.mustHaveNoNulls();
          return new TokenRequest(
              fields.text("account"),
              fields.text("name", text -> text, "-"),
              actions(fields),
              offices(fields),
              fields.text("expiresAt", SubmissionReader::instant));
        });
  }

  /**
   * Until when an account is to be watched.
   *
   * @throws Refusal with all that is wrong
   */
  static Instant watch(JsonObject json) {
    return Fields.read(
        json, fields -> fields.text("until", SubmissionReader::instant, Instant.EPOCH));
  }

  /**
   * What certificate is to stand for which account.
   *
   * @throws Refusal with all that is wrong
   */
  static WantedCertificate certificate(JsonObject json) {
    return Fields.read(
        json,
        fields -> {
          fields.mustHaveNoNulls();
          return new WantedCertificate(
              fields.text("account", text -> text, ""),
              fields.text("certificate", text -> text, ""));
        });
  }

  /**
   * The account that something is to be made for.
   *
   * @throws Refusal with all that is wrong
   */
  static String owner(JsonObject json) {
    return Fields.read(
        json,
        fields -> {
          fields.mustHaveNoNulls();
          return fields.text("account", text -> text, "");
        });
  }

  // Where one of several is wrong, that there are none left is not held against the sender too.
  private static Set<Action> actions(Fields fields) {
    List<Action> actions = fields.texts("actions", code -> Coded.of(Action.class, "actions", code));
    return fields.isWrong("actions") ? Set.of(Action.READ) : Set.copyOf(actions);
  }

  private static @Nullable Set<OfficeCode> offices(Fields fields) {
    List<OfficeCode> offices = fields.texts("offices", OfficeCode::new);
    return fields.has("offices") && !fields.isWrong("offices") ? Set.copyOf(offices) : null;
  }

  /**
   * What certificate is to stand for which account.
   *
   * @param certificate as text (PEM)
   */
  record WantedCertificate(String account, String certificate) {}

  /**
   * What an account is to be.
   *
   * @param password null to keep the one it has
   */
  record WantedAccount(Account account, @Nullable String password) {
    /** Without the password, which no log may have. */
    @Override
    public String toString() {
      return account.toString();
    }
  }
}
