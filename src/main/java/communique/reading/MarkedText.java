package communique.reading;

import communique.briefing.Span;
import communique.briefing.Span.Emphasis;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some text with what is said of all of it. Unlike a {@link Span} it may be a single word, or as
 * long as a whole block.
 *
 * @param emphasis how it is stressed
 * @param link where it leads, as written: the same page may be another address
 */
public record MarkedText(String text, @Nullable Emphasis emphasis, @Nullable String link) {

  /** What spans say; how a text is divided into spans makes no difference. */
  public static List<MarkedText> of(List<Span> spans) {
    return joined(spans.stream().map(MarkedText::of).toList());
  }

  private static MarkedText of(Span span) {
    URI link = span.link();
    return new MarkedText(span.text(), span.emphasis(), link == null ? null : link.toString());
  }

  /** A text without marks; nothing when it is empty. */
  public static List<MarkedText> plain(String text) {
    return text.isEmpty() ? List.of() : List.of(new MarkedText(text, null, null));
  }

  /** The same with neighbours that have the same marks as one. */
  static List<MarkedText> joined(List<MarkedText> parts) {
    List<MarkedText> joined = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      MarkedText part = parts.get(i);
      text.append(part.text);
      if (i + 1 == parts.size() || !parts.get(i + 1).with("").equals(part.with(""))) {
        joined.add(part.with(text.toString()));
        text.setLength(0);
      }
    }
    return joined;
  }

  /** Another text with the same marks. */
  MarkedText with(String other) {
    return new MarkedText(other, emphasis, link);
  }
}
