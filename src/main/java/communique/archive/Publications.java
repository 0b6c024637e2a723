package communique.archive;

import communique.access.Visibility;
import communique.briefing.Change;
import communique.briefing.PublishedEdition;
import communique.briefing.VersionReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads of editions in full, for those who pass them on. */
@ApplicationScoped
public class Publications {
  private static final String OF_EDITION =
      "version v where v.briefing = k.briefing and v.language = k.language and";

  @PersistenceContext private EntityManager database;

  /**
   * The editions that were changed, as the caller sees them, by the positions of the changes; those
   * that it does not see are left out.
   */
  public Map<Long, PublishedEdition> of(List<Change> changes, Visibility visibility) {
    if (changes.isEmpty()) {
      return Map.of();
    }
    Map<Long, PublishedEdition> found = new HashMap<>();
    new VisibleQuery(visibility)
        .add("select k.position, v.content, v.first, v.note, v.language")
        .add("from " + keys(), all(changes, Change::position))
        .add("cast(string_to_array(?, ',') as uuid[]),", all(changes, c -> c.edition().briefing()))
        .add("string_to_array(?, ','))", all(changes, c -> c.edition().language()))
        .add(
            "as k (position, briefing, language) cross join lateral (select v.content, v.language,")
        .add("(select min(coalesce(v.embargo, v.accepted_at)) from " + OF_EDITION)
        .addVisible()
        .add(") as first, (select cast(convert_from(v.content, 'UTF8') as jsonb) ->> 'reason'")
        .add("from " + OF_EDITION + " v.significance = 'major' and")
        .addVisible()
        .add("order by v.number desc limit 1) as note from " + OF_EDITION)
        .addVisible()
        .add("order by v.number desc limit 1) v")
        .rows(database)
        .forEach(row -> found.put(((Number) row[0]).longValue(), publication(row)));
    return found;
  }

  /** Those of the changes whose editions the caller sees, in their order. */
  public List<Change> seen(List<Change> changes, Visibility visibility) {
    if (changes.isEmpty()) {
      return List.of();
    }
    var seen =
        new VisibleQuery(visibility)
                .add("select k.position, k.language from " + keys(), all(changes, Change::position))
                .add(
                    "cast(string_to_array(?, ',') as uuid[]),",
                    all(changes, c -> c.edition().briefing()))
                .add("string_to_array(?, ','))", all(changes, c -> c.edition().language()))
                .add("as k (position, briefing, language) where exists (select from " + OF_EDITION)
                .addVisible()
                .add(")")
                .rows(database)
                .stream()
                .map(row -> ((Number) row[0]).longValue())
                .collect(Collectors.toSet());
    return changes.stream().filter(change -> seen.contains(change.position())).toList();
  }

  private static String keys() {
    return "unnest(cast(string_to_array(?, ',') as bigint[]),";
  }

  private static String all(List<Change> changes, Function<Change, Object> field) {
    return changes.stream().map(field).map(Object::toString).collect(Collectors.joining(","));
  }

  private static PublishedEdition publication(Object[] row) {
    return new PublishedEdition(
        VersionReader.read((byte[]) row[1]), ((Timestamp) row[2]).toInstant(), (String) row[3]);
  }
}
