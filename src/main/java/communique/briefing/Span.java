package communique.briefing;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A run of text within a block.
 *
 * @param text as written, white space kept; 1 to 100,000 characters
 * @param emphasis how it is stressed
 * @param link where it leads: an http, https or mailto address
 */
public record Span(String text, @Nullable Emphasis emphasis, @Nullable URI link) {
  private static final Set<String> LINKED = Set.of("http", "https", "mailto");

  /** How a run of text is stressed. */
  public enum Emphasis implements Coded {
    EMPHASIS("emphasis"),
    STRONG("strong");

    private final String code;

    Emphasis(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /**
   * @throws Refusal when a rule of the fields is broken
   */
  public Span {
    if (text.isEmpty()) {
      throw new Refusal(Reason.MISSING, "text", "must not be empty", "");
    }
    if (!text.isBlank()) {
      Text.required("text", text, 100_000);
    }
    Text.address("link", link, LINKED);
  }

  /** A run without emphasis or link. */
  public static Span plain(String text) {
    return new Span(text, null, null);
  }

  /** The text of the runs, one after the other. */
  public static String plainText(List<Span> spans) {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }
}
