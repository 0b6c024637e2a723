package communique.readingroom.page;

import communique.briefing.Notice;
import communique.briefing.Office;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why there is not the page that was asked for.
 *
 * @param sort of error, for which the room has its words
 * @param detail what exactly is wrong; empty when there is nothing more to say
 * @param notice the archive's word that the text is no longer shown, if that is why
 * @param office the name of the office that issued the text; absent when there is no notice
 * @param editions those of the same briefing that can still be read, linked ones included
 * @param onward where the reader gets what was asked for; empty when that is nowhere
 */
public record ErrorPage(
    String sort,
    String detail,
    @Nullable Notice notice,
    Office.@Nullable Name office,
    List<EditionLink> editions,
    String onward) {

  /** An error of which there is nothing more to say. */
  public static ErrorPage of(String sort) {
    return of(sort, "");
  }

  /** An error, with what exactly is wrong. */
  public static ErrorPage of(String sort, String detail) {
    return new ErrorPage(sort, detail, null, null, List.of(), "");
  }

  /** What was withdrawn or erased, with the notice of it. */
  public static ErrorPage of(Notice notice, Office.Name office, List<EditionLink> editions) {
    return new ErrorPage(notice.state().code(), "", notice, office, editions, "");
  }

  /** What is had only in a safer way, which leads there. */
  public static ErrorPage onlyOverHttps(String onward) {
    return new ErrorPage("secure", "", null, null, List.of(), onward);
  }

  /** What happened, in a few words. */
  public String title(Words words) {
    return words.of("error." + sort + ".title");
  }

  /** What the reader can do. */
  public String text(Words words) {
    return words.of("error." + sort + ".text");
  }
}
