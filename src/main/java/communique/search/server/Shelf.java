package communique.search.server;

import communique.briefing.index.IndexGeneration;

/** One of the two indices: text not yet public must not be weighed or counted with public text. */
public enum Shelf {
  PUBLIC("public"),
  RESTRICTED("restricted");

  /** The number of the schema, {@code editions-vN.json}, that this archive writes and asks. */
  public static final int SCHEMA = 4;

  /** The pattern for the indices of any schema. */
  public static final String OF_ANY_SCHEMA = "communique-editions-*";

  private final String word;

  Shelf(String word) {
    this.word = word;
  }

  /** The one that everybody searches, or the other. */
  public static Shelf of(boolean open) {
    return open ? PUBLIC : RESTRICTED;
  }

  /** The index of a generation. */
  public String index(IndexGeneration generation) {
    return prefix() + generation.number();
  }

  /**
   * The alias under which that is written. Elasticsearch is told to write to aliases only, so that
   * a write never makes an index without mappings where somebody has just deleted ours.
   */
  public String writtenAs(IndexGeneration generation) {
    return index(generation) + "-write";
  }

  /**
   * The alias under which it is searched: that of the generation which serves. Each schema has its
   * own, as the questions of one archive would not be understood by the documents of another.
   */
  public String searchedAs() {
    return "communique-v" + SCHEMA + "-" + word;
  }

  /** The pattern for its indices, of any generation. */
  public String indices() {
    return prefix() + "*";
  }

  private String prefix() {
    return "communique-editions-v" + SCHEMA + "-" + word + "-";
  }
}
