package communique.authority;

import communique.briefing.Identity;
import communique.briefing.names.Authority;
import communique.briefing.names.AuthorityKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The authorities as they are now. Its methods take part in a transaction. */
@ApplicationScoped
public class Authorities {
  private static final String IS_KEPT = "a.merged_into is null and a.erased_at is null";
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  @PersistenceContext private EntityManager database;

  /** The authority with an identity, unless it was merged or erased. */
  public Optional<Authority> find(UUID id) {
    return AuthorityRows.authorities(
            database
                .createNativeQuery(
                    AuthorityRows.SELECT
                        + " from authority a where a.id = cast(? as uuid) and "
                        + IS_KEPT)
                .setParameter(1, id.toString())
                .getResultList())
        .stream()
        .findFirst();
  }

  /** Those of some authorities that were neither merged nor erased. */
  public Map<UUID, Authority> find(Collection<UUID> ids) {
    return AuthorityRows.authorities(
            database
                .createNativeQuery(
                    AuthorityRows.SELECT
                        + " from authority a where "
                        + IS_KEPT
                        + " and a.id = any (cast(string_to_array(?, ',') as uuid[]))")
                .setParameter(1, ids.stream().map(UUID::toString).collect(Collectors.joining(",")))
                .getResultList())
        .stream()
        .collect(Collectors.toMap(Authority::id, Function.identity()));
  }

  /** Into which authorities some were merged; those that were not are left out. */
  public Map<UUID, UUID> merged(Collection<UUID> ids) {
    List<?> rows =
        database
            .createNativeQuery(
                "select cast(id as text), cast(merged_into as text) from authority"
                    + " where merged_into is not null"
                    + " and id = any (cast(string_to_array(?, ',') as uuid[]))")
            .setParameter(1, ids.stream().map(UUID::toString).collect(Collectors.joining(",")))
            .getResultList();
    return rows.stream()
        .map(row -> (Object[]) row)
        .collect(
            Collectors.toMap(
                row -> Identity.of((String) row[0]), row -> Identity.of((String) row[1])));
  }

  /**
   * A page, by identity, which is the order in which they came.
   *
   * @param kind only of this kind; null for all
   * @param after the identity before the page; null for the first
   */
  public List<Authority> page(@Nullable AuthorityKind kind, @Nullable UUID after, int limit) {
    return AuthorityRows.authorities(
        database
            .createNativeQuery(
                AuthorityRows.SELECT
                    + " from authority a where a.id > cast(? as uuid) and "
                    + IS_KEPT
                    + (kind == null ? "" : " and a.kind = '" + kind.code() + "'")
                    + " order by a.id limit "
                    + limit)
            .setParameter(1, (after == null ? BEFORE_ALL : after).toString())
            .getResultList());
  }

  /**
   * Those that have changed after a position, as they are now, by their last change; also those
   * that are no longer to be recognised.
   */
  @Transactional
  List<Positioned> changedAfter(long position, int limit) {
    List<?> rows =
        database
            .createNativeQuery(
                AuthorityRows.SELECT
                    + ", a.position, not a.retired and "
                    + IS_KEPT
                    + " from authority a where a.position > ? order by a.position limit "
                    + limit)
            .setParameter(1, position)
            .getResultList();
    return rows.stream()
        .map(row -> (Object[]) row)
        .map(
            row ->
                new Positioned(
                    ((Number) row[AuthorityRows.COUNT]).longValue(),
                    Identity.of((String) row[0]),
                    (Boolean) row[AuthorityRows.COUNT + 1] ? AuthorityRows.authority(row) : null))
        .toList();
  }

  /**
   * An authority, and the position of its last change.
   *
   * @param authority absent when it is not to be recognised any more
   */
  record Positioned(long position, UUID id, @Nullable Authority authority) {}
}
