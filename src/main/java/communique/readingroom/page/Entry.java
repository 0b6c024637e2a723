package communique.readingroom.page;

import communique.briefing.Beginning;
import communique.briefing.EditionId;
import communique.briefing.LanguageTag;
import communique.briefing.Office;
import communique.briefing.Overview;
import communique.search.Hit;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A briefing in a list.
 *
 * @param edition that is shown of it
 * @param headline as issued; absent when there is none
 * @param lead the beginning of its text
 * @param section as the office labels it
 * @param day when it was issued, where that is known
 * @param office the name of the office
 * @param reference for citation
 * @param others its editions in other languages
 */
public record Entry(
    EditionId edition,
    @Nullable String headline,
    String lead,
    @Nullable String section,
    @Nullable LocalDate day,
    Office.Name office,
    String reference,
    List<EditionLink> others) {

  private static final int LEAD = 280;

  /** The language of what is shown. */
  public LanguageTag language() {
    return edition.language();
  }

  /** Where it is. */
  public String href() {
    return EditionLink.href(edition.briefing(), edition.language());
  }

  /** A briefing that was found. */
  public static Entry of(Hit hit, OfficeNames offices) {
    LanguageTag language = hit.language();
    return new Entry(
        new EditionId(hit.briefing(), language),
        hit.headline(),
        Beginning.of(hit.lead(), language, LEAD),
        hit.section(),
        hit.issued(),
        offices.of(hit.office(), language),
        hit.reference(),
        EditionLink.others(hit));
  }

  /** A briefing by one of its editions. */
  public static Entry of(Overview overview, Overview.Edition shown, OfficeNames offices) {
    LanguageTag language = shown.language();
    return new Entry(
        new EditionId(overview.briefing().id(), language),
        shown.headline(),
        Beginning.of(shown.lead(), language, LEAD),
        shown.section(),
        shown.issued(),
        offices.of(overview.briefing().office(), language),
        overview.briefing().reference(),
        EditionLink.others(overview, language));
  }
}
