package communique.readingroom.page;

import communique.briefing.Notice;
import org.jspecify.annotations.Nullable;

/**
 * Why there is not the page that was asked for.
 *
 * @param sort of error, for which the room has its words
 * @param detail what exactly is wrong; empty when there is nothing more to say
 * @param notice the archive's word that the text is no longer shown, if that is why
 * @param office the name of the office that issued the text; empty when there is no notice
 */
public record ErrorPage(String sort, String detail, @Nullable Notice notice, String office) {

  /** An error of which there is nothing more to say. */
  public static ErrorPage of(String sort) {
    return of(sort, "");
  }

  /** An error, with what exactly is wrong. */
  public static ErrorPage of(String sort, String detail) {
    return new ErrorPage(sort, detail, null, "");
  }

  /** What was withdrawn or erased, with the notice of it. */
  public static ErrorPage of(Notice notice, String office) {
    return new ErrorPage(notice.state().code(), "", notice, office);
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
