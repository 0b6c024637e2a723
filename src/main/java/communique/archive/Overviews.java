package communique.archive;

import communique.access.Visibility;
import communique.briefing.Briefing;
import communique.briefing.Coded;
import communique.briefing.Digest;
import communique.briefing.Kind;
import communique.briefing.LanguageTag;
import communique.briefing.Listing;
import communique.briefing.OfficeCode;
import communique.briefing.Overview;
import communique.briefing.Translation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads of briefings in short, with the editions that the caller sees. */
@ApplicationScoped
public class Overviews {
  private static final String BRIEFING =
      "select cast(b.id as text), b.reference, b.office, b.kind, b.event_date, b.dated"
          + " from briefing b where";

  @PersistenceContext private EntityManager database;

  /** A briefing of which the caller sees at least one edition. */
  public Optional<Overview> of(UUID id, Visibility visibility) {
    List<Object[]> briefing =
        new VisibleQuery(visibility)
            .add(BRIEFING)
            .add("b.id = cast(? as uuid) and exists (select from version v", id.toString())
            // Here and not only below: what may not be seen takes no more time than what is absent.
            .add("where v.briefing = b.id and")
            .addVisible()
            .add(")")
            .rows(database);
    return shown(withEditions(briefing, visibility)).stream().findFirst();
  }

  /** Those of some briefings of which the caller sees at least one edition, by identity. */
  public List<Overview> all(Collection<UUID> ids, Visibility visibility) {
    List<Object[]> briefings =
        new VisibleQuery(visibility)
            .add(BRIEFING)
            .add("b.id = any (cast(string_to_array(?, ',') as uuid[]))", Joined.of(ids))
            .add("and exists (select from version v where v.briefing = b.id and")
            .addVisible()
            .add(") order by b.id")
            .rows(database);
    return shown(withEditions(briefings, visibility));
  }

  /** A page of the list, the newest first, in two queries whatever its length. */
  public Page page(Listing listing, Visibility visibility) {
    List<Overview> found =
        withEditions(OverviewQuery.of(listing, visibility).rows(database), visibility);
    return new Page(
        shown(found),
        found.size() < listing.limit() ? null : listing.placeOf(found.get(found.size() - 1)));
  }

  /**
   * A page of the list.
   *
   * @param briefings fewer than were asked for when some were taken out of sight meanwhile
   * @param next where the next page begins; absent when this is the last
   */
  public record Page(List<Overview> briefings, Listing.@Nullable Key next) {}

  // What was taken out of sight between the two statements has no edition.
  private static List<Overview> shown(List<Overview> found) {
    return found.stream().filter(each -> !each.editions().isEmpty()).toList();
  }

  private List<Overview> withEditions(List<Object[]> briefings, Visibility visibility) {
    if (briefings.isEmpty()) {
      return List.of();
    }
    String ids = Joined.of(briefings, row -> row[0]);
    List<Object[]> editions =
        new VisibleQuery(visibility)
            .add("select distinct on (v.briefing, v.language) cast(v.briefing as text),")
            .add(
                "v.language, coalesce(v.translated_from, e.translated_from), v.number, v.headline, v.section, v.issued_date,")
            .add(
                "v.lead, coalesce(v.redacted_digest, v.digest), v.translated_version, "
                    + WithheldColumns.BOTH
                    + " from version v join edition e using (briefing, language)")
            .add("where v.briefing = any (cast(string_to_array(?, ',') as uuid[])) and", ids)
            .addVisible()
            .add("order by v.briefing, v.language, v.number desc")
            .rows(database);
    Map<String, List<Overview.Edition>> byBriefing = new LinkedHashMap<>();
    for (Object[] row : editions) {
      byBriefing.computeIfAbsent((String) row[0], id -> new ArrayList<>()).add(edition(row));
    }
    return briefings.stream()
        .map(row -> overview(row, marked(byBriefing.getOrDefault((String) row[0], List.of()))))
        .toList();
  }

  // A translation is behind when the caller sees a newer version of what it was made from.
  private static List<Overview.Edition> marked(List<Overview.Edition> editions) {
    return editions.stream().map(edition -> marked(edition, editions)).toList();
  }

  private static Overview.Edition marked(Overview.Edition edition, List<Overview.Edition> all) {
    Translation translation = edition.translation();
    return all.stream()
        .filter(source -> translation != null && source.language().equals(translation.from()))
        .findFirst()
        .map(source -> edition.comparedWith(source.version()))
        .orElse(edition);
  }

  private static Overview overview(Object[] row, List<Overview.Edition> editions) {
    Briefing briefing =
        new Briefing(
            UUID.fromString((String) row[0]),
            (String) row[1],
            new OfficeCode((String) row[2]),
            Coded.of(Kind.class, "kind", (String) row[3]),
            date(row[4]));
    return new Overview(briefing, ((Date) row[5]).toLocalDate(), editions);
  }

  private static Overview.Edition edition(Object[] row) {
    return new Overview.Edition(
        new LanguageTag((String) row[1]),
        translation((String) row[2], (Number) row[9]),
        null,
        ((Number) row[3]).intValue(),
        (String) row[4],
        (String) row[5],
        date(row[6]),
        (String) row[7],
        Digest.ofFinished((byte[]) row[8]),
        WithheldColumns.read(row[10], row[11]));
  }

  private static @Nullable Translation translation(
      @Nullable String from, @Nullable Number version) {
    return from == null
        ? null
        : new Translation(new LanguageTag(from), version == null ? null : version.intValue(), null);
  }

  private static @Nullable LocalDate date(@Nullable Object value) {
    return value == null ? null : ((Date) value).toLocalDate();
  }
}
