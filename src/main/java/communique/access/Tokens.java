package communique.access;

import communique.briefing.Coded;
import communique.briefing.Digest;
import communique.briefing.OfficeCode;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The bearer tokens, of which only fast hashes of random secrets are kept. What the database says
 * of one is relied on as long as a {@link Lease} holds, so that who ends one waits for that.
 */
@ApplicationScoped
public class Tokens {
  private static final String SELECT =
      """
      select cast(t.id as text), t.account, t.name, array_to_string(t.actions, ','),
        array_to_string(t.offices, ','), t.created_at, t.created_by, t.expires_at, t.revoked_at,
        t.last_used_on
      from token t where\s""";

  @PersistenceContext private EntityManager database;

  private final Lease<Digest, Found> counting = new Lease<>(this::lookUp);

  /**
   * The caller with this token; its rights are those of the account now, as far as the token goes.
   *
   * @throws Refusal NOT_AUTHENTICATED when it is none, was revoked or has expired, or its account
   *     is closed; it does not tell which
   */
  @Transactional
  Found authenticate(String secret) {
    if (!TokenSecret.canBe(secret)) {
      throw unknown();
    }
    return counting.get(TokenSecret.hash(secret));
  }

  private Found lookUp(Digest hash) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select a.name, a.role, array_to_string(a.offices, ','),
                  array_to_string(t.actions, ','), array_to_string(t.offices, ','),
                  cast(t.id as text), t.last_used_on is not distinct from current_date
                from token t join account a on a.name = t.account
                where t.hash = decode(?, 'hex') and t.revoked_at is null
                  and t.expires_at > statement_timestamp() and a.closed_at is null""")
            .setParameter(1, hash.hex())
            .getResultList();
    if (rows.isEmpty()) {
      throw unknown();
    }
    Object[] row = (Object[]) rows.get(0);
    Caller caller =
        new Caller(
            (String) row[0],
            Coded.of(Role.class, "role", (String) row[1]),
            Accounts.offices((String) row[2]),
            scope((String) row[3], (String) row[4]));
    return new Found(caller, UUID.fromString((String) row[5]), (Boolean) row[6]);
  }

  /** Notes that a token was used today. */
  @Transactional
  public void used(UUID id) {
    database
        .createNativeQuery(
            """
            update token set last_used_on = current_date
            where id = cast(? as uuid) and last_used_on is distinct from current_date""")
        .setParameter(1, id.toString())
        .executeUpdate();
  }

  /** Keeps a new token, within the caller's transaction. */
  public void add(Token token, TokenSecret secret) {
    Set<OfficeCode> offices = token.scope().offices();
    Digest hash = secret.hash();
    database
        .createNativeQuery(
            """
            insert into token (id, account, name, hash, actions, offices, created_at, created_by,
              expires_at)
            values (cast(? as uuid), ?, ?, decode(?, 'hex'), string_to_array(?, ','),
              string_to_array(?, ','), cast(? as timestamptz), ?, cast(? as timestamptz))""")
        .setParameter(1, token.id().toString())
        .setParameter(2, token.account())
        .setParameter(3, token.name())
        .setParameter(4, hash.hex())
        .setParameter(5, joined(token.scope().actions()))
        .setParameter(6, offices == null ? null : joinedOffices(offices))
        .setParameter(7, token.createdAt().toString())
        .setParameter(8, token.createdBy())
        .setParameter(9, token.expiresAt().toString())
        .executeUpdate();
  }

  /** A token by its identity. */
  public Optional<Token> find(UUID id) {
    List<?> rows =
        database
            .createNativeQuery(SELECT + "t.id = cast(? as uuid)")
            .setParameter(1, id.toString())
            .getResultList();
    return rows.stream().findFirst().map(row -> token((Object[]) row));
  }

  /**
   * A page of the tokens of an account, the oldest first, with those that no longer count.
   *
   * @param after the identity before the page; null for the first
   */
  public List<Token> page(String account, @Nullable UUID after, int limit) {
    List<?> rows =
        database
            .createNativeQuery(
                SELECT
                    + "t.account = ? and t.id > cast(coalesce(?, '00000000-0000-0000-0000-000000000000') as uuid) order by t.id limit ?")
            .setParameter(1, account)
            .setParameter(2, after == null ? null : after.toString())
            .setParameter(3, limit)
            .getResultList();
    return rows.stream().map(row -> token((Object[]) row)).toList();
  }

  /** Ends a token, within the caller's transaction; it counts until the leases of it have ended. */
  public void revoke(UUID id) {
    database
        .createNativeQuery(
            """
            update token set revoked_at = statement_timestamp()
            where id = cast(? as uuid) and revoked_at is null""")
        .setParameter(1, id.toString())
        .executeUpdate();
  }

  private static Refusal unknown() {
    return new Refusal(
        Reason.NOT_AUTHENTICATED, "Authorization", "must carry a token that counts now", "");
  }

  private static Token token(Object[] row) {
    return new Token(
        UUID.fromString((String) row[0]),
        (String) row[1],
        (String) row[2],
        scope((String) row[3], (String) row[4]),
        ((Timestamp) row[5]).toInstant(),
        (String) row[6],
        ((Timestamp) row[7]).toInstant(),
        instant(row[8]),
        day(row[9]));
  }

  private static Scope scope(String actions, @Nullable String offices) {
    Set<Action> allowed =
        Arrays.stream(actions.split(",", -1))
            .map(code -> Coded.of(Action.class, "actions", code))
            .collect(Collectors.toSet());
    return new Scope(allowed, offices == null ? null : Accounts.offices(offices));
  }

  private static String joined(Set<Action> actions) {
    return actions.stream().map(Action::code).sorted().collect(Collectors.joining(","));
  }

  private static String joinedOffices(Set<OfficeCode> offices) {
    return offices.stream().map(OfficeCode::code).sorted().collect(Collectors.joining(","));
  }

  private static @Nullable Instant instant(@Nullable Object value) {
    return value == null ? null : ((Timestamp) value).toInstant();
  }

  private static @Nullable LocalDate day(@Nullable Object value) {
    return value == null ? null : ((Date) value).toLocalDate();
  }

  /**
   * A token that counts.
   *
   * @param usedToday whether that is noted already
   */
  record Found(Caller caller, UUID id, boolean usedToday) {}
}
