package communique.soap.limits;

import static java.nio.charset.StandardCharsets.UTF_8;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The header of a part while it comes in. A file's name of 250 Korean characters, said twice and in
 * the longest of its spellings, takes 5 KB.
 */
final class PartHeader {
  private static final int LONGEST = 16 * 1024;
  private static final int MOST_FIELDS = 32;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Map<String, String> fields = new HashMap<>();
  private int line;
  private byte last;

  /**
   * Goes on by one byte and says whether the header ends with it.
   *
   * @throws Refusal when it has more than it may, or is not built as it must be
   */
  boolean ends(byte next) {
    boolean control = next >= 0 && next < ' ' && next != '\t';
    if ((last == '\r') != (next == '\n') || (control && next != '\r' && next != '\n')) {
      throw malformed("must have no control characters in a part's header, and lines in CR and LF");
    }
    bytes.write(next);
    last = next;
    line++;
    if (line > PartLimits.LONGEST_LINE || bytes.size() > LONGEST) {
      throw tooLarge(
          "must have at most %d bytes in the header of a part, and %d in a line of it"
              .formatted(LONGEST, PartLimits.LONGEST_LINE));
    }
    if (next != '\n') {
      return false;
    }
    boolean empty = line == 2;
    line = 0;
    if (empty) {
      read();
    }
    return empty;
  }

  /**
   * What a field says, when the header has ended; null when it is not there.
   *
   * @param name in small letters
   */
  @Nullable String value(String name) {
    return fields.get(name);
  }

  private void read() {
    String text = bytes.toString(UTF_8);
    if (text.startsWith(" ") || text.startsWith("\t")) {
      throw malformed("must begin a part's header with a name");
    }
    for (String field : text.replaceAll("\r\n(?=[ \t])", "").split("\r\n", -1)) {
      if (!field.isEmpty()) {
        add(field);
      }
    }
  }

  private void add(String field) {
    int colon = field.indexOf(':');
    if (colon < 1) {
      throw malformed("must have a name and a value in each line of a part's header");
    }
    String name = field.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    if (fields.put(name, field.substring(colon + 1).strip()) != null) {
      throw malformed("must have each field of a part's header once");
    }
    if (fields.size() > MOST_FIELDS) {
      throw tooLarge("must have at most " + MOST_FIELDS + " fields in the header of a part");
    }
  }

  private static Refusal malformed(String rule) {
    return new Refusal(Reason.MALFORMED, "", rule, "");
  }

  private static Refusal tooLarge(String rule) {
    return new Refusal(Reason.TOO_LARGE, "", rule, "");
  }
}
