package communique.authority;

import communique.briefing.Coded;
import communique.briefing.Identity;
import communique.briefing.imports.JsonLine;
import communique.briefing.names.Authority;
import communique.briefing.names.AuthorityJson;
import communique.briefing.names.AuthorityKind;
import communique.briefing.names.AuthorityReader;
import communique.briefing.names.Scheme;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The authorities, and the journal of their changes. Its methods take part in a transaction. */
@ApplicationScoped
public class Authorities {
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());
  private static final String SELECT =
      "select cast(a.id as text), a.version, a.edited, a.changed_at, cast(a.content as text)";
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  @PersistenceContext private EntityManager database;

  /** The authority with an identity. */
  public Optional<Authority> find(UUID id) {
    return authorities(
            database
                .createNativeQuery(SELECT + " from authority a where a.id = cast(? as uuid)")
                .setParameter(1, id.toString())
                .getResultList())
        .stream()
        .findFirst();
  }

  /** Those of some identities, in no order. */
  public List<Authority> all(Collection<UUID> ids) {
    return authorities(
        database
            .createNativeQuery(
                SELECT
                    + " from authority a"
                    + " where a.id = any (cast(string_to_array(?, ',') as uuid[]))")
            .setParameter(1, ids.stream().map(UUID::toString).collect(Collectors.joining(",")))
            .getResultList());
  }

  /**
   * A page, by identity, which is the order in which they came.
   *
   * @param kind only of this kind; null for all
   * @param after the identity before the page; null for the first
   */
  public List<Authority> page(@Nullable AuthorityKind kind, @Nullable UUID after, int limit) {
    return authorities(
        database
            .createNativeQuery(
                SELECT
                    + " from authority a where a.id > cast(? as uuid)"
                    + (kind == null ? "" : " and a.kind = '" + kind.code() + "'")
                    + " order by a.id limit "
                    + limit)
            .setParameter(1, (after == null ? BEFORE_ALL : after).toString())
            .getResultList());
  }

  /** Those that have changed after a position, as they are now, by their last change. */
  @Transactional
  List<Positioned> changedAfter(long position, int limit) {
    List<?> rows =
        database
            .createNativeQuery(
                SELECT
                    + ", a.position from authority a where a.position > ? order by a.position limit "
                    + limit)
            .setParameter(1, position)
            .getResultList();
    return rows.stream()
        .map(row -> (Object[]) row)
        .map(row -> new Positioned(((Number) row[SELECTED]).longValue(), authority(row)))
        .toList();
  }

  /** Which authorities have some of these identifiers. */
  public Map<Identifier, Authority> with(Collection<Identifier> identifiers) {
    JsonArrayBuilder wanted = JSON.createArrayBuilder();
    for (Identifier each : identifiers) {
      wanted.add(
          JSON.createObjectBuilder()
              .add("scheme", each.scheme().code())
              .add("value", each.value()));
    }
    List<?> rows =
        database
            .createNativeQuery(
                SELECT
                    + """
                    , i.scheme, i.value
                    from jsonb_to_recordset(cast(? as jsonb)) as w(scheme text, value text)
                    join authority_identifier i on i.scheme = w.scheme and i.value = w.value
                    join authority a on a.id = i.authority""")
            .setParameter(1, wanted.build().toString())
            .getResultList();
    Map<Identifier, Authority> found = new HashMap<>();
    for (Object each : rows) {
      Object[] row = (Object[]) each;
      Scheme scheme = Coded.of(Scheme.class, "scheme", (String) row[SELECTED]);
      found.put(new Identifier(scheme, (String) row[SELECTED + 1]), authority(row));
    }
    return found;
  }

  /**
   * Lets no other transaction change authorities until this one ends; to be called before what a
   * change depends on is looked up.
   */
  public void lock() {
    database.createNativeQuery("update authority_head set position = position").executeUpdate();
  }

  /**
   * Writes authorities as they are to be, each with its entry in the journal; after {@link #lock}.
   *
   * @param verb the use case that changes them
   * @param actor the account that asked for it
   */
  public void put(String verb, List<Authority> changed, String actor) {
    JsonArrayBuilder rows = JSON.createArrayBuilder();
    JsonArrayBuilder identifiers = JSON.createArrayBuilder();
    for (Authority each : changed) {
      rows.add(
          JSON.createObjectBuilder()
              .add("id", each.id().toString())
              .add("kind", each.content().kind().code())
              .add("version", each.version())
              .add("edited", each.edited())
              .add("content", AuthorityJson.content(each.content())));
      each.content()
          .ids()
          .forEach(
              (scheme, value) ->
                  identifiers.add(
                      JSON.createObjectBuilder()
                          .add("scheme", scheme.code())
                          .add("value", value)
                          .add("id", each.id().toString())));
    }
    String json = rows.build().toString();
    write(verb, json, changed.size(), actor);
    identify(json, identifiers.build().toString());
  }

  private void write(String verb, String rows, int count, String actor) {
    database
        .createNativeQuery(
            """
            with head as (
              update authority_head set position = position + ? returning position - ? as position),
            changed as (
              select e.*, head.position + e.place as position from head,
                rows from (jsonb_to_recordset(cast(? as jsonb)) as (id uuid, kind text,
                  version integer, edited boolean, content text))
                  with ordinality as e(id, kind, version, edited, content, place)),
            written as (
              insert into authority (id, kind, version, content, edited, changed_at, position)
              select id, kind, version, cast(content as jsonb), edited, statement_timestamp(),
                position from changed
              on conflict (id) do update set kind = excluded.kind, version = excluded.version,
                content = excluded.content, edited = excluded.edited,
                changed_at = excluded.changed_at, position = excluded.position
              returning id, version, content, changed_at, position)
            insert into authority_journal (position, at, verb, authority, version, content, actor)
            select position, changed_at, ?, id, version, content, ? from written""")
        .setParameter(1, count)
        .setParameter(2, count)
        .setParameter(3, rows)
        .setParameter(4, verb)
        .setParameter(5, actor)
        .executeUpdate();
  }

  private void identify(String rows, String identifiers) {
    database
        .createNativeQuery(
            """
            delete from authority_identifier where authority in (
              select id from jsonb_to_recordset(cast(? as jsonb)) as e(id uuid))""")
        .setParameter(1, rows)
        .executeUpdate();
    database
        .createNativeQuery(
            """
            insert into authority_identifier (scheme, value, authority)
            select scheme, value, id from jsonb_to_recordset(cast(? as jsonb))
              as e(scheme text, value text, id uuid)""")
        .setParameter(1, identifiers)
        .executeUpdate();
  }

  private static final int SELECTED = 5;

  private static List<Authority> authorities(List<?> rows) {
    return rows.stream().map(row -> authority((Object[]) row)).toList();
  }

  private static Authority authority(Object[] row) {
    Instant changedAt = ((Timestamp) row[3]).toInstant();
    return new Authority(
        Identity.of((String) row[0]),
        ((Number) row[1]).intValue(),
        (Boolean) row[2],
        changedAt,
        AuthorityReader.content(JsonLine.object((String) row[4])));
  }

  /** An authority, and the position of its last change. */
  record Positioned(long position, Authority authority) {}

  /** What an authority is known by elsewhere. */
  public record Identifier(Scheme scheme, String value) {}
}
