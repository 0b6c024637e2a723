package communique.briefing;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a client has already: the header {@code If-None-Match} (RFC 9110, 13.1.2).
 *
 * @param lines its values, in however many lines it was sent; none when it was not
 */
public record IfNoneMatch(List<String> lines) {
  private static final Pattern TAG = Pattern.compile("\"([^\"]*)\"");

  public IfNoneMatch {
    lines = List.copyOf(lines);
  }

  /** The header as a request gives its lines. */
  public static IfNoneMatch of(Enumeration<String> lines) {
    return new IfNoneMatch(Collections.list(lines));
  }

  /** Whether it was sent. */
  public boolean isPresent() {
    return !lines.isEmpty();
  }

  /** Whether it means whatever there is. */
  public boolean isAny() {
    return lines.stream().anyMatch(line -> line.strip().equals("*"));
  }

  /**
   * Whether it names a state, or any. Tags are compared weakly, as RFC 9110 asks here: a proxy may
   * have put {@code W/} before one.
   *
   * @param tag without its quotation marks
   */
  public boolean has(String tag) {
    return isAny()
        || lines.stream()
            .flatMap(line -> TAG.matcher(line).results())
            .anyMatch(each -> each.group(1).equals(tag));
  }
}
