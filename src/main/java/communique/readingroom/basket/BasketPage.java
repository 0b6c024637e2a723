package communique.readingroom.basket;

import communique.briefing.Beginning;
import communique.briefing.Content;
import communique.briefing.LanguageTag;
import communique.briefing.Office;
import communique.briefing.Version;
import communique.reading.GetEditions;
import communique.readingroom.page.OfficeNames;
import java.util.List;

/** What is in a basket. */
public record BasketPage(List<GetEditions.Item> items, OfficeNames offices) {
  private static final int NAME = 90;

  /** Whether there is anything to be taken along. */
  public boolean hasShown() {
    return items.stream().anyMatch(GetEditions.Item.Shown.class::isInstance);
  }

  /** What a version is called in the list: its headline, else its first words. */
  public String name(Version version) {
    Content content = version.content();
    String headline = content.headline();
    return headline != null
        ? headline
        : Beginning.of(content.body().plainText(), version.language(), NAME);
  }

  /** The name of the office that issued it, in its language. */
  public Office.Name office(Version version) {
    LanguageTag language = version.language();
    return offices.of(version.briefing().office(), language);
  }
}
