package communique.soap.limits;

import static java.nio.charset.StandardCharsets.US_ASCII;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import java.util.HashSet;
import java.util.Set;
import org.apache.cxf.attachment.AttachmentUtil;
import org.jspecify.annotations.Nullable;

/**
 * Follows how a message is divided into parts. A boundary counts wherever it stands, as CXF has it,
 * and is refused where RFC 2046 does not have it: the two never see different parts.
 */
final class PartScanner {
  private static final int LONGEST_AROUND = 1024;

  private final byte[] delimiter;
  private final int[] restart;
  private final String start;
  private final Set<String> names = new HashSet<>();
  private State state = State.BEFORE;
  private PartHeader header = new PartHeader();
  private int matched;
  private int around;
  private int parts;
  private byte last = '\n';
  private byte lastButOne = '\r';
  private boolean atLine;
  private String name = "";
  private @Nullable Base64Form base64;

  /**
   * @param start the name of the part with the envelope, which must come first; empty when none is
   *     said to
   */
  PartScanner(String boundary, String start) {
    this.delimiter = ("--" + boundary).getBytes(US_ASCII);
    this.restart = restart(delimiter);
    this.start = start;
  }

  /**
   * Goes on by one byte.
   *
   * @throws Refusal when it must not stand there
   */
  void accept(byte next) {
    switch (state) {
      case BEFORE -> {
        mustBeShort();
        search(next);
      }
      case CONTENT -> content(next);
      case DELIMITED -> {
        if (next != '\r' && next != '-') {
          throw misplaced();
        }
        state = next == '-' ? State.LAST : State.NEXT;
      }
      case NEXT -> {
        mustBe(next, '\n');
        header = new PartHeader();
        state = State.HEADER;
      }
      case HEADER -> {
        if (header.ends(next)) {
          begin();
        }
      }
      case LAST -> {
        mustBe(next, '-');
        state = State.AFTER;
        around = 0;
      }
      case AFTER -> {
        mustBeShort();
        if (!Character.isWhitespace(next)) {
          throw unfinished();
        }
      }
    }
    lastButOne = last;
    last = next;
  }

  /**
   * Says that nothing more comes.
   *
   * @throws Refusal when something should
   */
  void end() {
    if (state != State.AFTER) {
      throw unfinished();
    }
  }

  private void content(byte next) {
    int before = matched;
    search(next);
    if (base64 != null) {
      boolean boundary = state != State.CONTENT || matched > before;
      // A dash, with which each boundary begins, is no base64 where none comes of it.
      boolean allowed = boundary || (before == 0 && base64.accepts(next));
      if (!allowed || (state != State.CONTENT && !base64.isWhole())) {
        throw notBase64(before > 0 ? "" : Character.toString(next & 0xff));
      }
    }
  }

  private Refusal notBase64(String found) {
    return new Refusal(Reason.BAD_FORMAT, "cid:" + name, "must be base64", found);
  }

  private void search(byte next) {
    while (matched > 0 && delimiter[matched] != next) {
      matched = restart[matched - 1];
      atLine = false;
    }
    if (delimiter[matched] == next) {
      if (matched == 0) {
        atLine = last == '\n' && lastButOne == '\r';
      }
      matched++;
    }
    if (matched == delimiter.length) {
      if (!atLine) {
        throw misplaced();
      }
      matched = 0;
      state = State.DELIMITED;
    }
  }

  private void begin() {
    parts++;
    if (parts > PartLimits.MOST_PARTS) {
      throw new Refusal(
          Reason.TOO_LARGE, "", "must have at most " + PartLimits.MOST_PARTS + " parts", "");
    }
    String name = name(header.value("content-id"));
    this.name = name == null ? "" : name;
    this.base64 =
        "base64".equalsIgnoreCase(header.value("content-transfer-encoding"))
            ? new Base64Form()
            : null;
    if (parts == 1 && name != null && !start.isEmpty() && !name.equals(name(start))) {
      throw malformed("must have the part that its start names before the others", start);
    }
    if (parts > 1 && name == null) {
      throw malformed("must have a Content-ID at each part after the first", "");
    }
    if (name != null && !names.add(name)) {
      throw malformed("must have a Content-ID of its own at each part", name);
    }
    matched = 0;
    state = State.CONTENT;
  }

  private static @Nullable String name(@Nullable String contentId) {
    try {
      return contentId == null || contentId.isEmpty()
          ? null
          : AttachmentUtil.cleanContentId(contentId);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw malformed("must have a Content-ID such as <photo@example.org>", contentId);
    }
  }

  private void mustBeShort() {
    if (++around > LONGEST_AROUND) {
      throw new Refusal(
          Reason.TOO_LARGE,
          "",
          "must have at most " + LONGEST_AROUND + " bytes before its first part and after its last",
          "");
    }
  }

  private static void mustBe(byte next, char expected) {
    if (next != expected) {
      throw misplaced();
    }
  }

  private static Refusal misplaced() {
    return malformed(
        "must have its boundary only between its parts, on lines that end with CR and LF", "");
  }

  private static Refusal unfinished() {
    return malformed("must end with its last boundary", "");
  }

  private static Refusal malformed(String rule, @Nullable String value) {
    return new Refusal(Reason.MALFORMED, "", rule, "" + value);
  }

  // After Knuth, Morris and Pratt: how much still matches when the next byte does not.
  private static int[] restart(byte[] word) {
    int[] restart = new int[word.length];
    for (int i = 1, length = 0; i < word.length; i++) {
      while (length > 0 && word[i] != word[length]) {
        length = restart[length - 1];
      }
      if (word[i] == word[length]) {
        length++;
      }
      restart[i] = length;
    }
    return restart;
  }

  private enum State {
    BEFORE,
    DELIMITED,
    NEXT,
    HEADER,
    CONTENT,
    LAST,
    AFTER
  }
}
