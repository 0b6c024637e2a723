package communique.archive;

import communique.access.Visibility;
import communique.briefing.Change;
import communique.briefing.Digest;
import communique.briefing.PublishedEdition;
import communique.briefing.RecalledFiles;
import communique.briefing.VersionReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads of editions in full, for those who pass them on. */
@ApplicationScoped
public class Publications {
  private static final String OF_EDITION =
      "version v where v.briefing = k.briefing and v.language = k.language and";

  // Kept: each static call of Json looks its provider up anew.
  private static final JsonReaderFactory JSON = Json.createReaderFactory(Map.of());

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
        .add("select k.position, v.content, v.first, v.note, v.language, v.recalled")
        .add("from " + keys(), Joined.of(changes, Change::position))
        .add(
            "cast(string_to_array(?, ',') as uuid[]),",
            Joined.of(changes, c -> c.edition().briefing()))
        .add("string_to_array(?, ','))", Joined.of(changes, c -> c.edition().language()))
        .add(
            "as k (position, briefing, language) cross join lateral (select v.content, v.language,")
        .add("(select min(coalesce(v.embargo, v.accepted_at)) from " + OF_EDITION)
        .addVisible()
        .add(") as first, (select cast(convert_from(v.content, 'UTF8') as jsonb) ->> 'reason'")
        .add("from " + OF_EDITION + " v.significance = 'major' and")
        .addVisible()
        .add("order by v.number desc limit 1) as note,")
        .add("(select cast(jsonb_object_agg(p.sha256, p.recall_reason) as text) from placement p")
        .add("where p.briefing = v.briefing and p.language = v.language and p.number = v.number")
        .add("and p.recalled_at is not null) as recalled from " + OF_EDITION)
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
                .add(
                    "select k.position, k.language from " + keys(),
                    Joined.of(changes, Change::position))
                .add(
                    "cast(string_to_array(?, ',') as uuid[]),",
                    Joined.of(changes, c -> c.edition().briefing()))
                .add("string_to_array(?, ','))", Joined.of(changes, c -> c.edition().language()))
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

  private static PublishedEdition publication(Object[] row) {
    return new PublishedEdition(
        VersionReader.read((byte[]) row[1]),
        ((Timestamp) row[2]).toInstant(),
        (String) row[3],
        row[5] == null ? RecalledFiles.NONE : recalled((String) row[5]));
  }

  private static RecalledFiles recalled(String json) {
    try (JsonReader reader = JSON.createReader(new StringReader(json))) {
      Map<Digest, String> reasons = new HashMap<>();
      reader
          .readObject()
          .forEach(
              (sha256, why) -> reasons.put(new Digest(sha256), ((JsonString) why).getString()));
      return new RecalledFiles(reasons);
    }
  }
}
