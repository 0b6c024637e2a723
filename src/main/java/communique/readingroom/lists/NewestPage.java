package communique.readingroom.lists;

import communique.briefing.LanguageTag;
import communique.briefing.OfficeCode;
import communique.readingroom.page.Entry;
import communique.readingroom.page.OfficeNames;
import communique.readingroom.page.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the newest briefings.
 *
 * @param office only this one's are listed
 * @param language only what has an edition in it is listed
 * @param older where the next page begins; absent on the last
 */
public record NewestPage(
    List<Entry> entries,
    OfficeNames offices,
    @Nullable OfficeCode office,
    @Nullable LanguageTag language,
    @Nullable String older) {

  /** The address of the list with other filters, from its beginning. */
  public String filtered(@Nullable OfficeCode byOffice, @Nullable LanguageTag byLanguage) {
    return Query.to("/").with("office", byOffice).with("language", byLanguage).toString();
  }

  /** The address of the next page. */
  public String olderHref() {
    return Query.to("/")
        .with("office", office)
        .with("language", language)
        .with("after", older)
        .toString();
  }
}
