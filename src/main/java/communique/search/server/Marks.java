package communique.search.server;

/**
 * The marks that Elasticsearch sets around what it found. They are characters for private use
 * (Unicode, chapter 23.5), which no text in the index has, so that nothing in a text can be taken
 * for one and no mark-up leaves the index.
 */
public final class Marks {
  /** Before what was found. */
  public static final String BEGIN = "\uE000";

  /** After it. */
  public static final String END = "\uE001";

  private Marks() {}

  /** A text as it may be put into the index. */
  public static String without(String text) {
    return text.replace(BEGIN, "").replace(END, "");
  }
}
