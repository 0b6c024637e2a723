package communique.search;

/** One of the two indices: text not yet public must not be weighed or counted with public text. */
enum Shelf {
  PUBLIC("public"),
  RESTRICTED("restricted");

  /** The number of the schema, {@code editions-vN.json}, that this archive writes. */
  static final int SCHEMA = 2;

  private final String word;

  Shelf(String word) {
    this.word = word;
  }

  /** The index that this archive writes. */
  String index() {
    return indices(Integer.toString(SCHEMA));
  }

  /**
   * The alias under which it is written. Elasticsearch is told to write to aliases only, so that a
   * write never makes an index without mappings where somebody has just deleted ours.
   */
  String writtenAs() {
    return index() + "-write";
  }

  /** The alias under which it is searched: that of the newest schema which is complete. */
  String searchedAs() {
    return "communique-" + word;
  }

  /** The pattern for its indices of any schema. */
  String indices() {
    return indices("*");
  }

  private String indices(String schema) {
    return "communique-editions-v" + schema + "-" + word;
  }

  /** The schema of one of its indices. */
  int schemaOf(String index) {
    return Integer.parseInt(
        index.substring("communique-editions-v".length(), index.length() - word.length() - 1));
  }
}
