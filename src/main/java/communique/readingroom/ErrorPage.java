package communique.readingroom;

import communique.briefing.Notice;
import org.jspecify.annotations.Nullable;

/**
 * Why there is not the page that was asked for.
 *
 * @param title in a few words
 * @param text what the reader can do
 * @param detail what exactly is wrong; empty when there is nothing more to say
 * @param notice the archive's word that the text is no longer shown, if that is why
 */
public record ErrorPage(String title, String text, String detail, @Nullable Notice notice) {

  /** The words for a sort of error, with what exactly is wrong. */
  static ErrorPage of(String sort, String detail) {
    return of(sort, detail, null);
  }

  /** The words for what was withdrawn or erased, with the notice of it. */
  static ErrorPage of(Notice notice) {
    return of(notice.state().code(), "", notice);
  }

  private static ErrorPage of(String sort, String detail, @Nullable Notice notice) {
    return new ErrorPage(
        Words.of("error." + sort + ".title"), Words.of("error." + sort + ".text"), detail, notice);
  }
}
