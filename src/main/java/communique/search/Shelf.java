package communique.search;

import communique.briefing.index.IndexGeneration;

/** One of the two indices: text not yet public must not be weighed or counted with public text. */
enum Shelf {
  PUBLIC("public"),
  RESTRICTED("restricted");

  /** The number of the schema, {@code editions-vN.json}, that this archive writes and asks. */
  static final int SCHEMA = 3;

  private final String word;

  Shelf(String word) {
    this.word = word;
  }

  /** The one that everybody searches, or the other. */
  static Shelf of(boolean open) {
    return open ? PUBLIC : RESTRICTED;
  }

  /** The index of a generation. */
  String index(IndexGeneration generation) {
    return prefix() + generation.number();
  }

  /**
   * The alias under which that is written. Elasticsearch is told to write to aliases only, so that
   * a write never makes an index without mappings where somebody has just deleted ours.
   */
  String writtenAs(IndexGeneration generation) {
    return index(generation) + "-write";
  }

  /**
   * The alias under which it is searched: that of the generation which serves. Each schema has its
   * own, as the questions of one archive would not be understood by the documents of another.
   */
  String searchedAs() {
    return "communique-v" + SCHEMA + "-" + word;
  }

  /** The pattern for its indices, of any generation. */
  String indices() {
    return prefix() + "*";
  }

  private String prefix() {
    return "communique-editions-v" + SCHEMA + "-" + word + "-";
  }
}
