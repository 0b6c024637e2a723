package communique.archive;

import communique.access.Visibility;
import communique.briefing.Change;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What changes are named by: reference codes, and headlines as far as they are shown now. */
@ApplicationScoped
public class Captions {
  @PersistenceContext private EntityManager database;

  /** The captions of changes by their positions, in one query. */
  public Map<Long, Caption> of(List<Change> changes, Visibility visibility) {
    if (changes.isEmpty()) {
      return Map.of();
    }
    Map<Long, Caption> captions = new HashMap<>();
    new VisibleQuery(visibility)
        .add(
            "select k.position, b.reference, v.headline, case when k.verb = 'EraseBriefing' then (")
        // The word that stands at the time of the entry is its own: a briefing is locked meanwhile.
        .add("select n.version from notice n where n.briefing = k.briefing")
        .add("and (n.language is null or n.language = k.language)")
        .add("and n.state in ('erased', 'redacted') and n.at <= k.at")
        .add("order by n.number desc limit 1) end")
        .add(
            "from unnest(cast(string_to_array(?, ',') as bigint[]),",
            Joined.of(changes, Change::position))
        .add(
            "cast(string_to_array(?, ',') as uuid[]),",
            Joined.of(changes, c -> c.edition().briefing()))
        .add("string_to_array(?, ','),", Joined.of(changes, c -> c.edition().language()))
        .add("cast(string_to_array(?, ',') as integer[]),", Joined.of(changes, Change::version))
        .add("string_to_array(?, ','),", Joined.of(changes, Change::verb))
        .add("cast(string_to_array(?, ',') as timestamptz[]))", Joined.of(changes, Change::at))
        .add("as k (position, briefing, language, number, verb, at)")
        .add("join briefing b on b.id = k.briefing left join version v on v.briefing = k.briefing")
        .add("and v.language = k.language and v.number = k.number and")
        .addVisible()
        .rows(database)
        .forEach(
            row ->
                captions.put(
                    ((Number) row[0]).longValue(),
                    new Caption((String) row[1], (String) row[2], (Integer) row[3])));
    return captions;
  }

  /**
   * What a change is named by.
   *
   * @param reference of the briefing, for citation
   * @param headline absent when the version has none or is not shown
   * @param erased the one version that an erasure took out, in whole or in part; absent when it was
   *     the edition, or something else became of it
   */
  public record Caption(String reference, @Nullable String headline, @Nullable Integer erased) {}
}
