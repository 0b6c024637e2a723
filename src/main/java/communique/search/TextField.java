package communique.search;

import java.util.Locale;

/** A part of an edition's text that is searched. */
enum TextField {
  HEADLINE(4, false),
  SUBHEADLINE(2, true),
  BODY(1, true),
  CAPTION(1, true),
  NAMES(2, true);

  private static final String FOLDED = ".folded";

  private final int weight;
  private final boolean highlighted;

  TextField(int weight, boolean highlighted) {
    this.weight = weight;
    this.highlighted = highlighted;
  }

  /** Its name in the index. */
  String in(Analysis analysis) {
    return name().toLowerCase(Locale.ROOT) + "_" + analysis.name();
  }

  /** The name under which it is searched without regard to accents. */
  String foldedIn(Analysis analysis) {
    return in(analysis) + FOLDED;
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
