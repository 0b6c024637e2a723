package communique.search.server;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A part of an edition's text that is searched. */
public enum TextField {
  HEADLINE(4, false),
  SUBHEADLINE(2, true),
  BODY(1, true),
  CAPTION(1, true),
  NAMES(2, true);

  /** Where the editions of a briefing are, each with its texts. */
  public static final String EDITIONS = "editions";

  private static final String FOLDED = ".folded";

  /** How much a find in it counts, against one in the body. */
  private final int weight;

  private final boolean highlighted;
  private final String code = name().toLowerCase(Locale.ROOT);

  TextField(int weight, boolean highlighted) {
    this.weight = weight;
    this.highlighted = highlighted;
  }

  /** Its name within an edition. */
  public String in(Analysis analysis) {
    return code + "_" + analysis.name();
  }

  /** Its name in the index. */
  public String pathIn(Analysis analysis) {
    return path(in(analysis));
  }

  /** The name under which it is searched without regard to accents. */
  public String foldedPathIn(Analysis analysis) {
    return pathIn(analysis) + FOLDED;
  }

  /** The names and weights of all that is searched in a way of analysis. */
  public static List<String> all(Analysis analysis) {
    return Objects.requireNonNull(Weighed.ALL.get(analysis));
  }

  /** The names under which it is searched, each with its weight. */
  public List<String> weighed(Analysis analysis) {
    String own = pathIn(analysis) + "^" + 2 * weight;
    return analysis.isFolded() ? List.of(own, foldedPathIn(analysis) + "^" + weight) : List.of(own);
  }

  /** Made once: each search asks for those of all ways of analysis several times. */
  private static final class Weighed {
    static final Map<Analysis, List<String>> ALL =
        Analysis.all().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Function.identity(),
                    analysis ->
                        Arrays.stream(values())
                            .flatMap(field -> field.weighed(analysis).stream())
                            .toList()));
  }

  /** The field of all words of an edition in the forms in which they stand there. */
  public static String exact() {
    return path("exact");
  }

  /** The name in the index of what belongs to an edition. */
  public static String path(String field) {
    return EDITIONS + "." + field;
  }

  /** Whether passages of it are shown with a hit; the headline is shown as it is. */
  public boolean isHighlighted() {
    return highlighted;
  }
}
