package communique.authority;

import communique.briefing.names.Authority;
import communique.briefing.names.AuthorityJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;

/** Writes authorities, and the journal of their changes. Its methods take part in a transaction. */
@ApplicationScoped
public class AuthorityChanges {
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  @PersistenceContext private EntityManager database;
  @Inject private AuthorityIdentities identities;

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
    identities.identify(json, identifiers.build().toString());
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
}
