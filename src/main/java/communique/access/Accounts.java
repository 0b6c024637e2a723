package communique.access;

import communique.briefing.Coded;
import communique.briefing.OfficeCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
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
 * who changes one waits for that.
 */
@ApplicationScoped
public class Accounts {
  private static final String SELECT =
      """
      select name, role, array_to_string(offices, ','), closed_at is not null,
        coalesce(password_hash, '')
      from account""";

  @PersistenceContext private EntityManager database;

  private final Lease<String, Optional<Credential>> credentials = new Lease<>(this::lookUp);

  /** The account of a name with the hash of its password, if it is open and has one. */
  @Transactional
  Optional<Credential> credential(String name) {
    // The database takes no NUL, and no account has one in its name.
    return name.indexOf('\0') >= 0 ? Optional.empty() : credentials.get(name);
  }

  private Optional<Credential> lookUp(String name) {
    return row(name)
        .map(row -> new Credential(account(row), (String) row[4]))
        .filter(known -> !known.account().closed() && !known.passwordHash().isEmpty());
  }

  /** An account and the hash of its password. */
  record Credential(Account account, String passwordHash) {}

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
   * Makes an account, unless there is one of its name.
   *
   * @param password null for none
   * @return whether it was made
   */
  @Transactional
  public boolean add(Account account, @Nullable String password) {
    return write(account, password, "on conflict (name) do nothing") == 1;
  }

  /**
   * Makes an account, or gives an existing one these rights.
   *
   * @param password null to keep the one it has; a new account then has none
   */
  @Transactional
  public void put(Account account, @Nullable String password) {
    write(
        account,
        password,
        """
        on conflict (name) do update set
          password_hash = coalesce(excluded.password_hash, account.password_hash),
          role = excluded.role, offices = excluded.offices, closed_at = excluded.closed_at""");
  }

  private int write(Account account, @Nullable String password, String orElse) {
    String offices =
        account.offices().stream().map(OfficeCode::code).sorted().collect(Collectors.joining(","));
    Query put =
        database.createNativeQuery(
            """
            insert into account (name, password_hash, role, offices, closed_at)
            values (?, ?, ?, string_to_array(?, ','),
              case when cast(? as boolean) then statement_timestamp() end)
            """
                + orElse);
    return put.setParameter(1, account.name())
        .setParameter(2, password == null ? null : PasswordHash.of(password))
        .setParameter(3, account.role().code())
        .setParameter(4, offices)
        .setParameter(5, Boolean.toString(account.closed()))
        .executeUpdate();
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

  static Set<OfficeCode> offices(String joined) {
    return Arrays.stream(joined.split(",", -1))
        .filter(code -> !code.isEmpty())
        .map(OfficeCode::new)
        .collect(Collectors.toSet());
  }
}
