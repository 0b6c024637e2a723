package communique.export;

import communique.briefing.Block;
import communique.briefing.Byline;
import communique.briefing.Content;
import communique.briefing.Kind;
import communique.briefing.Placement;
import communique.briefing.Translation;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Parts of a version as they are printed on one line. */
final class Printed {
  private static final String RECALLED = "This file was recalled: ";

  private Printed() {}

  /** What stands in the place of a file that was recalled, in English as the archive speaks. */
  static String recalled(String reason) {
    return RECALLED + reason;
  }

  /** That a version is not public yet, in English; nothing once it is. */
  static @Nullable String embargo(Publication publication) {
    return publication.embargoed().map(end -> "Under embargo until " + end).orElse(null);
  }

  /** A person with its role: {@code Kim Hyelin, Redaktion}. */
  static String byline(Byline byline) {
    return byline.role() == null ? byline.name() : byline.name() + ", " + byline.role();
  }

  /** All persons, or nothing when there are none. */
  static @Nullable String bylines(Content content) {
    return content.bylines().isEmpty()
        ? null
        : content.bylines().stream().map(Printed::byline).collect(Collectors.joining("; "));
  }

  /** A translation in signs that need no language: {@code ko/2 → de (translator)}. */
  static @Nullable String translation(Publication publication) {
    Translation translation = publication.translation();
    if (translation == null) {
      return null;
    }
    return translation.from()
        + (translation.version() == null ? "" : "/" + translation.version())
        + " → "
        + publication.version().language()
        + (translation.translator() == null ? "" : " (" + translation.translator() + ")");
  }

  /** The contact on one line. */
  static @Nullable String contact(Content content) {
    return content.contact() == null
        ? null
        : Stream.of(
                content.contact().name(), content.contact().email(), content.contact().telephone())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
  }

  /** A kind in English words: {@code press conference}. */
  static String kind(Kind kind) {
    return kind.code().replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  /** A text on one line: every run of white space becomes one blank. */
  static String line(String text) {
    return text.replaceAll("[\\p{Z}\\p{Cntrl}]+", " ").strip();
  }

  /** The placements that the body does not show itself, in their order. */
  static List<Placement> besideTheText(Content content) {
    Set<Integer> shown =
        content.body().blocks().stream()
            .filter(Block.Illustration.class::isInstance)
            .map(block -> ((Block.Illustration) block).placement())
            .collect(Collectors.toSet());
    return IntStream.rangeClosed(1, content.placements().size())
        .filter(number -> !shown.contains(number))
        .mapToObj(number -> content.placements().get(number - 1))
        .toList();
  }
}
