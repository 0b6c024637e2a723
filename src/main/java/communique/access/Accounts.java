package communique.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import communique.briefing.Coded;
import communique.briefing.Digest;
import communique.briefing.OfficeCode;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The accounts and their passwords, of which only slow hashes are kept.
 *
 * <p>What the database says of an account is relied on as long as a {@link Lease} holds, so that
 * who changes one waits for that. That a password matches a hash is remembered, as a keyed digest
 * of both and in memory, for a minute: machine clients send it with each request, and the hash is
 * slow on purpose.
 */
@ApplicationScoped
public class Accounts {
  private static final Duration REMEMBERED = Duration.ofMinutes(1);
  private static final String SELECT =
      """
      select name, role, array_to_string(offices, ','), closed_at is not null,
        coalesce(password_hash, '')
      from account""";

  @PersistenceContext private EntityManager database;

  private final byte[] key = new byte[32];
  private final Cache<Digest, Boolean> right =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(REMEMBERED).build();
  private final Lease<String, Optional<Object[]>> logIns = new Lease<>(this::row);
  private final String hashOfNobody = PasswordHash.of("nobody");

  /** Makes the key under which right passwords are remembered. */
  public Accounts() {
    new SecureRandom().nextBytes(key);
  }

  /**
   * The caller with this name and password.
   *
   * @throws Refusal NOT_AUTHENTICATED when there is none; it does not tell which of the two is
   *     wrong
   */
  @Transactional
  Caller authenticate(String name, String password) {
    // The database takes no NUL, and no account has one in its name.
    Object[] row = name.indexOf('\0') >= 0 ? null : logIns.get(name).orElse(null);
    boolean open = row != null && !account(row).closed() && !((String) row[4]).isEmpty();
    // A hash is checked for unknown names too, so that the time does not tell which names exist.
    String hash = row != null && open ? (String) row[4] : hashOfNobody;
    if (!matches(hash, password) || row == null || !open) {
      throw new Refusal(
          Reason.NOT_AUTHENTICATED, "", "must carry the name and password of an account", "");
    }
    return caller(row);
  }

  /** The account of a name. */
  @Transactional
  public Optional<Account> find(String name) {
    return row(name).map(Accounts::account);
  }

  /**
   * A page of the accounts, by name.
   *
   * @param after the name before the page; empty for the first
   */
  public List<Account> page(String after, int limit) {
    List<?> rows =
        database
            .createNativeQuery(
                SELECT + " where name collate \"C\" > ? order by name collate \"C\" limit ?")
            .setParameter(1, after)
            .setParameter(2, limit)
            .getResultList();
    return rows.stream().map(row -> account((Object[]) row)).toList();
  }

  /**
   * Makes an account, or gives an existing one these rights.
   *
   * @param password null to keep the one it has; a new account then has none
   */
  @Transactional
  public void put(Account account, @Nullable String password) {
    String offices =
        account.offices().stream().map(OfficeCode::code).sorted().collect(Collectors.joining(","));
    Query put =
        database.createNativeQuery(
            """
            insert into account (name, password_hash, role, offices, closed_at)
            values (?, ?, ?, string_to_array(?, ','),
              case when cast(? as boolean) then statement_timestamp() end)
            on conflict (name) do update set
              password_hash = coalesce(excluded.password_hash, account.password_hash),
              role = excluded.role, offices = excluded.offices, closed_at = excluded.closed_at""");
    put.setParameter(1, account.name())
        .setParameter(2, password == null ? null : PasswordHash.of(password))
        .setParameter(3, account.role().code())
        .setParameter(4, offices)
        .setParameter(5, Boolean.toString(account.closed()))
        .executeUpdate();
  }

  private boolean matches(String hash, String password) {
    Digest known = remembered(hash, password);
    if (right.getIfPresent(known) != null) {
      return true;
    }
    boolean matches = PasswordHash.matches(hash, password);
    if (matches) {
      right.put(known, true);
    }
    return matches;
  }

  private Digest remembered(String hash, String password) {
    MessageDigest digest = Digest.sha256();
    digest.update(key);
    digest.update(Digest.of(hash.getBytes(StandardCharsets.US_ASCII)).bytes());
    digest.update(password.getBytes(StandardCharsets.UTF_8));
    return Digest.ofFinished(digest.digest());
  }

  private Optional<Object[]> row(String name) {
    List<?> rows =
        database
            .createNativeQuery(SELECT + " where name = ?")
            .setParameter(1, name)
            .getResultList();
    return rows.stream().findFirst().map(row -> (Object[]) row);
  }

  private static Account account(Object[] row) {
    return new Account(
        (String) row[0],
        Coded.of(Role.class, "role", (String) row[1]),
        offices((String) row[2]),
        (Boolean) row[3]);
  }

  private static Caller caller(Object[] row) {
    Account account = account(row);
    return new Caller(account.name(), account.role(), account.offices());
  }

  static Set<OfficeCode> offices(String joined) {
    return Arrays.stream(joined.split(",", -1))
        .filter(code -> !code.isEmpty())
        .map(OfficeCode::new)
        .collect(Collectors.toSet());
  }
}
