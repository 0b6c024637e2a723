package communique.search;

import java.util.Locale;

/** A part of an edition's text that is searched. */
enum TextField {
  HEADLINE(4, false),
  SUBHEADLINE(2, true),
  BODY(1, true),
  CAPTION(1, true),
  NAMES(2, true);

  /** Where the editions of a briefing are, each with its texts. */
  static final String EDITIONS = "editions";

  private static final String FOLDED = ".folded";

  private final int weight;
  private final boolean highlighted;

  TextField(int weight, boolean highlighted) {
    this.weight = weight;
    this.highlighted = highlighted;
  }

  /** Its name within an edition. */
  String in(Analysis analysis) {
    return name().toLowerCase(Locale.ROOT) + "_" + analysis.name();
  }

  /** Its name in the index. */
  String pathIn(Analysis analysis) {
    return path(in(analysis));
  }

  /** The name under which it is searched without regard to accents. */
  String foldedPathIn(Analysis analysis) {
    return pathIn(analysis) + FOLDED;
  }

  /** The field of all words of an edition in the forms in which they stand there. */
  static String exact() {
    return path("exact");
  }

  /** The name in the index of what belongs to an edition. */
  static String path(String field) {
    return EDITIONS + "." + field;
  }

  /** How much a find in it counts, against one in the body. */
  int weight() {
    return weight;
  }

  /** Whether passages of it are shown with a hit; the headline is shown as it is. */
  boolean isHighlighted() {
    return highlighted;
  }
}
