package communique.authority;

import communique.authority.AuthorityIdentities.Identifier;
import communique.briefing.Identity;
import communique.briefing.names.Authority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The authorities that are none any more: merged into another, or erased. Its methods take part in
 * the caller's transaction.
 */
@ApplicationScoped
public class FormerAuthorities {
  @PersistenceContext private EntityManager database;
  @Inject private AuthorityChanges changes;

  /** What became of an authority that was merged or erased. */
  public Optional<Former> find(UUID id) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select cast(merged_into as text), ground from authority
                where id = cast(? as uuid) and (merged_into is not null or erased_at is not null)""")
            .setParameter(1, id.toString())
            .getResultList();
    return rows.stream()
        .map(row -> (Object[]) row)
        .map(
            row ->
                new Former(row[0] == null ? null : Identity.of((String) row[0]), (String) row[1]))
        .findFirst();
  }

  /** Those of the identifiers that belonged to an authority that was erased. */
  public Set<Identifier> erased(Collection<Identifier> identifiers) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select w.scheme, w.value
                from jsonb_to_recordset(cast(? as jsonb)) as w(scheme text, value text)
                join authority_erased_identifier e on e.scheme = w.scheme
                  and e.hash = sha256(convert_to(w.value, 'UTF8'))""")
            .setParameter(1, AuthorityIdentities.json(identifiers))
            .getResultList();
    return rows.stream()
        .map(row -> (Object[]) row)
        .map(row -> AuthorityIdentities.identifier(row[0], row[1]))
        .collect(Collectors.toSet());
  }

  /**
   * Ends an authority by another, with those that were merged into it before; after {@link
   * AuthorityChanges#lock}.
   *
   * @param kept as it is to be, with the names of both
   */
  public void merge(Authority kept, Authority ended, String actor) {
    changes.put("MergeAuthorities", List.of(kept, ended.retired(ended.retired())), actor);
    database
        .createNativeQuery(
            """
            update authority set merged_into = cast(? as uuid)
            where id = cast(? as uuid) or merged_into = cast(? as uuid)""")
        .setParameter(1, kept.id().toString())
        .setParameter(2, ended.id().toString())
        .setParameter(3, ended.id().toString())
        .executeUpdate();
  }

  /**
   * Takes out all that is known of an authority, and of those that were merged into it, from their
   * journal, too; after {@link AuthorityChanges#lock}. Their identities stay, and the hashes of
   * their identifiers.
   *
   * @return those that were erased
   */
  public List<UUID> erase(UUID id, String ground, String actor) {
    List<?> rows =
        database
            .createNativeQuery(
                "select cast(id as text) from authority"
                    + " where id = cast(? as uuid) or merged_into = cast(? as uuid)")
            .setParameter(1, id.toString())
            .setParameter(2, id.toString())
            .getResultList();
    List<UUID> erased = rows.stream().map(row -> Identity.of((String) row)).toList();
    for (UUID each : erased) {
      empty(each, ground, actor);
      forget(each);
    }
    return erased;
  }

  private void empty(UUID id, String ground, String actor) {
    database
        .createNativeQuery(
            """
            with head as (
              update authority_head set position = position + 1 returning position),
            emptied as (
              update authority a set content = '{}', version = a.version + 1, ground = ?,
                erased_at = statement_timestamp(), changed_at = statement_timestamp(),
                position = head.position
              from head where a.id = cast(? as uuid)
              returning a.id, a.version, a.position, a.erased_at)
            insert into authority_journal
              (position, at, verb, authority, version, content, actor, erased_at)
            select position, erased_at, 'EraseAuthority', id, version, '{}', ?, erased_at
            from emptied""")
        .setParameter(1, ground)
        .setParameter(2, id.toString())
        .setParameter(3, actor)
        .executeUpdate();
    database
        .createNativeQuery(
            """
            update authority_journal set content = '{}', erased_at = clock_timestamp()
            where authority = cast(? as uuid) and erased_at is null""")
        .setParameter(1, id.toString())
        .executeUpdate();
  }

  private void forget(UUID id) {
    database
        .createNativeQuery(
            """
            with gone as (
              delete from authority_identifier where authority = cast(? as uuid)
              returning scheme, value)
            insert into authority_erased_identifier (scheme, hash)
            select scheme, sha256(convert_to(value, 'UTF8')) from gone on conflict do nothing""")
        .setParameter(1, id.toString())
        .executeUpdate();
  }

  /**
   * What became of an authority.
   *
   * @param mergedInto the one that has its names now
   * @param ground of its erasure
   */
  public record Former(@Nullable UUID mergedInto, @Nullable String ground) {}
}
