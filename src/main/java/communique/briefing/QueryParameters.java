package communique.briefing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of an address (RFC 3986, section 3.4). None is passed over in silence: whoever
 * misspells a filter would take everything for what it filtered.
 */
public final class QueryParameters {
  private QueryParameters() {}

  /**
   * Reads a query, with the values of each name in their order.
   *
   * @param query percent-encoded, without a question mark; absent when there is none
   * @throws Refusal BAD_FORMAT when it is not percent-encoded
   */
  public static Map<String, List<String>> read(@Nullable String query) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String parameter : query == null ? new String[0] : query.split("&", -1)) {
      if (!parameter.isEmpty()) {
        String[] sides = parameter.split("=", 2);
        values
            .computeIfAbsent(decoded(sides[0]), none -> new ArrayList<>())
            .add(sides.length == 1 ? "" : decoded(sides[1]));
      }
    }
    return values;
  }

  /**
   * Refuses what nobody would read. What others add to any address, to count their readers or to
   * choose the language of a page, says nothing here and may be there.
   *
   * @param once those that are read, each of one value
   * @param often those of which each may have several values
   * @throws Refusal UNKNOWN_VALUE naming a parameter that is not read; BAD_FORMAT naming one that
   *     has more values than are read
   */
  public static void check(
      Map<String, List<String>> given, Collection<String> once, Collection<String> often) {
    given.forEach(
        (name, values) -> {
          if (once.contains(name)) {
            if (values.size() > 1) {
              throw new Refusal(Reason.BAD_FORMAT, name, "must be given once", values.get(1));
            }
          } else if (!often.contains(name) && !isOfOthers(name)) {
            TreeSet<String> known = new TreeSet<>(once);
            known.addAll(often);
            throw new Refusal(
                Reason.UNKNOWN_VALUE,
                name,
                "is not a parameter here; known are "
                    + (known.isEmpty() ? "none" : String.join(", ", known)),
                values.get(0));
          }
        });
  }

  private static boolean isOfOthers(String name) {
    return name.equals("ui") || name.startsWith("utm_");
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Refusal(Reason.BAD_FORMAT, "query", "must be percent-encoded", text, e);
    }
  }
}
