package communique.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import communique.briefing.Coded;
import communique.briefing.Digest;
import communique.briefing.OfficeCode;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
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

/**
 * The accounts and their passwords, of which only slow hashes are kept.
 *
 * <p>A password that was right is remembered, as a keyed digest and in memory only, for a minute:
 * machine clients send it with each request, and the hash is slow on purpose. A changed or removed
 * account therefore counts within that minute.
 */
@NeedsDatabase
@ApplicationScoped
public class Accounts {
  private static final Duration REMEMBERED = Duration.ofMinutes(1);

  @PersistenceContext private EntityManager database;

  private final byte[] key = new byte[32];
  private final Cache<Digest, Caller> right =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(REMEMBERED).build();
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
  public Caller authenticate(String name, String password) {
    return right.get(remembered(name, password), unknown -> verify(name, password));
  }

  private Caller verify(String name, String password) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select password_hash, role, array_to_string(offices, ',')
                from account where name = ?""")
            .setParameter(1, name)
            .getResultList();
    Object[] row =
        rows.isEmpty() ? new Object[] {hashOfNobody, "reader", ""} : (Object[]) rows.get(0);
    // A hash is checked for unknown names too, so that the time does not tell which names exist.
    boolean matches = PasswordHash.matches((String) row[0], password);
    if (rows.isEmpty() || !matches) {
      throw new Refusal(
          Reason.NOT_AUTHENTICATED, "", "must carry the name and password of an account", "");
    }
    Role role = Coded.of(Role.class, "role", (String) row[1]);
    return new Caller(name, role, offices((String) row[2]));
  }

  /** The account with this name, for work on its behalf; absent when there is none any more. */
  public Optional<Caller> find(String name) {
    List<?> rows =
        database
            .createNativeQuery(
                "select role, array_to_string(offices, ',') from account where name = ?")
            .setParameter(1, name)
            .getResultList();
    return rows.stream().map(row -> caller(name, (Object[]) row)).findAny();
  }

  private static Caller caller(String name, Object[] row) {
    return new Caller(
        name, Coded.of(Role.class, "role", (String) row[0]), offices((String) row[1]));
  }

  /** Makes an account, or gives an existing one this password, role and these offices. */
  @Transactional
  public void put(Caller account, String password) {
    String offices =
        account.offices().stream().map(OfficeCode::code).sorted().collect(Collectors.joining(","));
    database
        .createNativeQuery(
            """
            insert into account (name, password_hash, role, offices)
            values (?, ?, ?, string_to_array(?, ','))
            on conflict (name) do update set password_hash = excluded.password_hash,
              role = excluded.role, offices = excluded.offices""")
        .setParameter(1, account.name())
        .setParameter(2, PasswordHash.of(password))
        .setParameter(3, account.role().code())
        .setParameter(4, offices)
        .executeUpdate();
  }

  private Digest remembered(String name, String password) {
    MessageDigest digest = Digest.sha256();
    digest.update(key);
    digest.update(Digest.of(name.getBytes(StandardCharsets.UTF_8)).bytes());
    digest.update(password.getBytes(StandardCharsets.UTF_8));
    return Digest.ofFinished(digest.digest());
  }

  private static Set<OfficeCode> offices(String joined) {
    return Arrays.stream(joined.split(",", -1))
        .filter(code -> !code.isEmpty())
        .map(OfficeCode::new)
        .collect(Collectors.toSet());
  }
}
