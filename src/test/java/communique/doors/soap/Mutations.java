package communique.doors.soap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Makes of good messages bad ones, the same with each run. */
final class Mutations {
  private static final Pattern ELEMENT = Pattern.compile("<(\\w+)>([^<]*)</\\1>");
  private static final Pattern TAG = Pattern.compile("<(/?)([\\w:]+)([^>]*)>");
  private static final List<String> VALUES =
      List.of(
          "",
          "-1",
          "99999999999999999999",
          "2025-02-30",
          "0000-00-00T99:99:99+99:99",
          "NaN",
          "true",
          "\u0085\u2028",
          "]]&gt;",
          "&#x10FFFF;",
          "&#xFFFE;",
          "<a/>",
          "<![CDATA[x]]>",
          "<?x y?>",
          "%00",
          "../../etc/passwd",
          "x".repeat(5_000),
          "'" + "x".repeat(5_000),
          "%s%n",
          "' or 1=1 --",
          "${jndi:ldap://127.0.0.1/x}");
  private static final List<String> ATTRIBUTES =
      List.of(
          " xsi:nil='true' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'",
          " xsi:type='xs:int' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'",
          " xsi:type='Text1000' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'",
          " xmlns=''",
          " xmlns='urn:x'",
          " xmlns:p='urn:x' p:q='r'",
          " href='#1' id='1'",
          " xml:lang='de' xml:base='http://127.0.0.1/'",
          " a='" + "x".repeat(3_000) + "'",
          " a='1' a='2'");

  private final Random random = new Random(20_250_724);

  /** A message in bytes, one for each char, with one to three things wrong. */
  byte[] of(String message) {
    String mutated = message;
    for (int i = 0; i <= random.nextInt(3); i++) {
      mutated = once(mutated);
    }
    return mutated.getBytes(ISO_8859_1);
  }

  private String once(String message) {
    if (message.isEmpty()) {
      return "\0";
    }
    int from = random.nextInt(message.length());
    int to = Math.min(message.length(), from + random.nextInt(200));
    String piece = message.substring(from, to);
    return switch (random.nextInt(10)) {
      case 0 -> message.substring(0, from);
      case 1 -> message.substring(0, from) + (char) random.nextInt(256) + message.substring(from);
      case 2 -> message.substring(0, from) + (char) random.nextInt(256) + message.substring(to);
      case 3 -> message.substring(0, from) + piece + piece + message.substring(to);
      case 4, 5 -> element(message, "<$1>" + any(VALUES) + "</$1>");
      case 6 -> tag(message, "<$1$2" + any(ATTRIBUTES) + "$3>");
      case 7 -> tag(message, "<$1$2x$3>");
      case 8 -> moved(message);
      default -> tag(message, "");
    };
  }

  private String element(String message, String by) {
    return one(message, ELEMENT, by);
  }

  private String tag(String message, String by) {
    return one(message, TAG, by);
  }

  private String moved(String message) {
    List<MatchResult> all = ELEMENT.matcher(message).results().toList();
    if (all.size() < 2) {
      return "";
    }
    MatchResult from = all.get(random.nextInt(all.size()));
    String rest = message.substring(0, from.start()) + message.substring(from.end());
    int to = Math.min(rest.length(), all.get(random.nextInt(all.size())).start());
    return rest.substring(0, to) + from.group() + rest.substring(to);
  }

  private String one(String message, Pattern what, String by) {
    List<MatchResult> all = what.matcher(message).results().toList();
    if (all.isEmpty()) {
      return "";
    }
    MatchResult found = all.get(random.nextInt(all.size()));
    String changed = by;
    for (int i = 1; i <= found.groupCount(); i++) {
      changed = changed.replace("$" + i, found.group(i));
    }
    return message.substring(0, found.start()) + changed + message.substring(found.end());
  }

  private String any(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
