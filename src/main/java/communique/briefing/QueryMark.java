package communique.briefing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * By what the pages of one query know each other: eight hexadecimal digits that a token of a page
 * has of what was asked for. It keeps nobody from making a token, only from sending one of another
 * query by mistake.
 */
public final class QueryMark {
  private static final int DIGITS = 8;

  private QueryMark() {}

  /**
   * The mark of a query.
   *
   * @param parts all that narrows it down, in an order of their own; absent ones as null
   */
  public static String of(List<@Nullable Object> parts) {
    String all = parts.stream().map(String::valueOf).collect(Collectors.joining("\n"));
    return Digest.of(all.getBytes(UTF_8)).hex().substring(0, DIGITS);
  }

  /** Whether a text can be one. */
  public static boolean isOne(String text) {
    return text.matches("[0-9a-f]{" + DIGITS + "}");
  }
}
