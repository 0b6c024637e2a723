package communique.authority;

import communique.briefing.Coded;
import communique.briefing.Identity;
import communique.briefing.StrictJson;
import communique.briefing.names.Authority;
import communique.briefing.names.AuthorityContent;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The authorities, and the journal of their changes. Its methods take part in a transaction. */
@ApplicationScoped
public class Authorities {
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());
  private static final String SELECT =
      "select cast(a.id as text), a.version, a.edited, a.retired, a.changed_at,"
          + " cast(a.content as text)";
  private static final String IS_KEPT = "a.merged_into is null and a.erased_at is null";
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  @PersistenceContext private EntityManager database;

  /** The authority with an identity, unless it was merged or erased. */
  public Optional<Authority> find(UUID id) {
    return authorities(
            database
                .createNativeQuery(
                    SELECT + " from authority a where a.id = cast(? as uuid) and " + IS_KEPT)
                .setParameter(1, id.toString())
                .getResultList())
        .stream()
        .findFirst();
  }

  /** Those of some authorities that were neither merged nor erased. */
  public Map<UUID, Authority> find(Collection<UUID> ids) {
    return authorities(
            database
                .createNativeQuery(
                    SELECT
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
    return authorities(
        database
            .createNativeQuery(
                SELECT
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
                SELECT
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
                    ((Number) row[SELECTED]).longValue(),
                    Identity.of((String) row[0]),
                    (Boolean) row[SELECTED + 1] ? authority(row) : null))
        .toList();
  }

  /** Which authorities have some of these identifiers; also by those of who was merged into it. */
  public Map<Identifier, Authority> with(Collection<Identifier> identifiers) {
    List<?> rows =
        database
            .createNativeQuery(
                SELECT
                    + """
                    , i.scheme, i.value
                    from jsonb_to_recordset(cast(? as jsonb)) as w(scheme text, value text)
                    join authority_identifier i on i.scheme = w.scheme and i.value = w.value
                    join authority h on h.id = i.authority
                    join authority a on a.id = coalesce(h.merged_into, h.id)""")
            .setParameter(1, json(identifiers))
            .getResultList();
    Map<Identifier, Authority> found = new HashMap<>();
    for (Object each : rows) {
      Object[] row = (Object[]) each;
      found.put(identifier(row[SELECTED], row[SELECTED + 1]), authority(row));
    }
    return found;
  }

  /**
   * Who has been exactly as some contents say, at whatever time; also who was merged into another
   * since, which is then told instead. It looks through the whole journal.
   */
  public Map<AuthorityContent, Authority> once(List<AuthorityContent> contents) {
    JsonArrayBuilder json = JSON.createArrayBuilder();
    contents.forEach(each -> json.add(AuthorityJson.content(each)));
    List<?> rows =
        database
            .createNativeQuery(
                SELECT
                    + """
                    , w.place
                    from jsonb_array_elements_text(cast(? as jsonb)) with ordinality
                      as w(content, place)
                    join authority_journal j on j.content = cast(w.content as jsonb)
                    join authority h on h.id = j.authority
                    join authority a on a.id = coalesce(h.merged_into, h.id)
                    where a.erased_at is null order by j.position desc""")
            .setParameter(1, json.build().toString())
            .getResultList();
    Map<AuthorityContent, Authority> found = new HashMap<>();
    for (Object each : rows) {
      Object[] row = (Object[]) each;
      found.put(contents.get(((Number) row[SELECTED]).intValue() - 1), authority(row));
    }
    return found;
  }

  static String json(Collection<Identifier> identifiers) {
    JsonArrayBuilder json = JSON.createArrayBuilder();
    for (Identifier each : identifiers) {
      json.add(
          JSON.createObjectBuilder()
              .add("scheme", each.scheme().code())
              .add("value", each.value()));
    }
    return json.build().toString();
  }

  static Identifier identifier(Object scheme, Object value) {
    return new Identifier(Coded.of(Scheme.class, "scheme", (String) scheme), (String) value);
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
              .add("retired", each.retired())
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
                  version integer, edited boolean, retired boolean, content text))
                  with ordinality as e(id, kind, version, edited, retired, content, place)),
            written as (
              insert into authority
                (id, kind, version, content, edited, retired, changed_at, position)
              select id, kind, version, cast(content as jsonb), edited, retired,
                statement_timestamp(), position from changed
              on conflict (id) do update set kind = excluded.kind, version = excluded.version,
                content = excluded.content, edited = excluded.edited, retired = excluded.retired,
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
              as e(scheme text, value text, id uuid)
            -- What belongs to an authority that was merged into this one leads here already.
            on conflict do nothing""")
        .setParameter(1, identifiers)
        .executeUpdate();
  }

  private static final int SELECTED = 6;

  private static List<Authority> authorities(List<?> rows) {
    return rows.stream().map(row -> authority((Object[]) row)).toList();
  }

  private static Authority authority(Object[] row) {
    Instant changedAt = ((Timestamp) row[4]).toInstant();
    return new Authority(
        Identity.of((String) row[0]),
        ((Number) row[1]).intValue(),
        (Boolean) row[2],
        (Boolean) row[3],
        changedAt,
        AuthorityReader.content(StrictJson.object((String) row[5])));
  }

  /**
   * An authority, and the position of its last change.
   *
   * @param authority absent when it is not to be recognised any more
   */
  record Positioned(long position, UUID id, @Nullable Authority authority) {}

  /** What an authority is known by elsewhere. */
  public record Identifier(Scheme scheme, String value) {}
}
