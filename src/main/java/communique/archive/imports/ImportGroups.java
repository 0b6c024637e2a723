package communique.archive.imports;

import communique.briefing.LanguageTag;
import communique.briefing.OfficeCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Which briefing the lines of a group belong to. */
@ApplicationScoped
public class ImportGroups {
  // Kept: each static call of Json looks its provider up anew.
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  @PersistenceContext private EntityManager database;

  /** Makes imports of the same groups wait for each other until the transaction ends. */
  public void lock(String owner, Collection<Group> groups) {
    if (groups.isEmpty()) {
      return;
    }
    database
        .createNativeQuery(
            """
            select count(pg_advisory_xact_lock(key)) from (
              select distinct hashtextextended('import ' || ? || ' ' || (g ->> 0) || ' ' || (g ->> 1), 1)
                as key
              from jsonb_array_elements(cast(? as jsonb)) as g order by 1) as keys""")
        .setParameter(1, owner)
        .setParameter(2, json(groups))
        .getSingleResult();
  }

  /**
   * The briefings of groups, with the newest versions of their editions; unknown ones are absent.
   */
  public Map<Group, Holding> find(String owner, Collection<Group> groups) {
    if (groups.isEmpty()) {
      return Map.of();
    }
    Map<Group, Holding> found = new HashMap<>();
    for (Object each :
        database
            .createNativeQuery(
                """
                select g.office, g.name, cast(g.briefing as text), v.language, max(v.number)
                from jsonb_array_elements(cast(? as jsonb)) as wanted
                join import_group g on g.owner = ? and g.office = wanted ->> 0
                  and g.name = wanted ->> 1
                join version v on v.briefing = g.briefing
                group by g.office, g.name, g.briefing, v.language""")
            .setParameter(1, json(groups))
            .setParameter(2, owner)
            .getResultList()) {
      Object[] row = (Object[]) each;
      found
          .computeIfAbsent(
              new Group(new OfficeCode((String) row[0]), (String) row[1]),
              group -> new Holding(UUID.fromString((String) row[2]), new HashMap<>()))
          .newest()
          .put(new LanguageTag((String) row[3]), ((Number) row[4]).intValue());
    }
    return found;
  }

  /** Notes the briefings of groups; those that are known stay as they are. */
  public void add(String owner, Map<Group, UUID> briefings) {
    if (briefings.isEmpty()) {
      return;
    }
    JsonArrayBuilder rows = JSON.createArrayBuilder();
    briefings.forEach(
        (group, briefing) ->
            rows.add(
                JSON.createArrayBuilder()
                    .add(group.office().code())
                    .add(group.name())
                    .add(briefing.toString())));
    database
        .createNativeQuery(
            """
            insert into import_group (owner, office, name, briefing)
            select ?, g ->> 0, g ->> 1, cast(g ->> 2 as uuid)
            from jsonb_array_elements(cast(? as jsonb)) as g
            on conflict do nothing""")
        .setParameter(1, owner)
        .setParameter(2, rows.build().toString())
        .executeUpdate();
  }

  private static String json(Collection<Group> groups) {
    JsonArrayBuilder rows = JSON.createArrayBuilder();
    groups.stream()
        .distinct()
        .forEach(
            group ->
                rows.add(JSON.createArrayBuilder().add(group.office().code()).add(group.name())));
    return rows.build().toString();
  }

  /** The name of a group among those of an office. */
  public record Group(OfficeCode office, String name) {}

  /** A briefing and the numbers of its newest versions, by language. */
  public record Holding(UUID briefing, Map<LanguageTag, Integer> newest) {}
}
