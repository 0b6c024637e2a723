package communique.readingroom;

/**
 * Why there is not the page that was asked for.
 *
 * @param title in a few words
 * @param text what the reader can do
 * @param detail what exactly is wrong; empty when there is nothing more to say
 */
public record ErrorPage(String title, String text, String detail) {

  /** The words for a sort of error, with what exactly is wrong. */
  static ErrorPage of(String sort, String detail) {
    return new ErrorPage(
        Words.of("error." + sort + ".title"), Words.of("error." + sort + ".text"), detail);
  }
}
