package communique.export;

import communique.briefing.Block;
import communique.briefing.Content;
import communique.briefing.Placement;
import communique.briefing.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a version as text without mark-up, parts separated by a blank line. */
final class PlainText {
  private PlainText() {}

  static byte[] write(Publication publication) {
    Content content = publication.content();
    Stream<@Nullable String> before =
        Stream.of(
            Printed.embargo(publication),
            content.section(),
            content.headline(),
            content.subheadline(),
            publication.officeName()
                + publication.issued().map(issued -> ", " + issued.replace('T', ' ')).orElse(""),
            Printed.bylines(content),
            Printed.translation(publication));
    Stream<@Nullable String> after =
        Stream.of(
            content.reason(),
            Printed.contact(content),
            content.rights(),
            Objects.toString(content.webAddress(), null),
            publication.version().briefing().reference() + "\n" + publication.versioned());
    Stream<String> media =
        Printed.besideTheText(content).stream().map(each -> medium(publication, each));
    return Stream.of(before, Stream.of(body(publication)), media, after)
        .flatMap(parts -> parts)
        .filter(Objects::nonNull)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining("\n\n", "", "\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The body alone. */
  static String body(Publication publication) {
    return publication.content().body().blocks().stream()
        .map(block -> block(publication, block))
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining("\n\n"));
  }

  private static String block(Publication publication, Block block) {
    if (block instanceof Block.Enumeration listing) {
      List<List<Span>> items = listing.items();
      return IntStream.range(0, items.size())
          .mapToObj(i -> (listing.ordered() ? (i + 1) + ". " : "- ") + Span.plainText(items.get(i)))
          .collect(Collectors.joining("\n"));
    }
    return block instanceof Block.Illustration illustration
        ? medium(publication, publication.content().placements().get(illustration.placement() - 1))
        : block.plainText();
  }

  private static String medium(Publication publication, Placement placement) {
    String recall = publication.recalled().reason(placement);
    if (recall != null) {
      return "[" + Printed.recalled(recall) + "]";
    }
    String said = placement.caption() == null ? placement.alternativeText() : placement.caption();
    String address =
        placement.file() == null ? null : "" + publication.media(placement.file().sha256());
    String text =
        Stream.of(said, placement.credit(), address)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" | "));
    return text.isEmpty() ? "" : "[" + text + "]";
  }
}
