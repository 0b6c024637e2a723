package communique.soap.calls;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a message when its content is taken out: the elements, and of the texts in them
 * only their lengths, except of codes, identities, dates, numbers and the like, and of what a fault
 * says in the archive's own words. Of attributes only {@code xsi:type} is left, and namespaces.
 * What it gives is plain ASCII of 32 KiB at most, with one element a line.
 */
final class Transcript {
  /** The longest, in characters. */
  static final int MOST = 32 * 1024;

  private static final String CUT = "\n[cut off here]";
  private static final int LONGEST_TEXT = 1000;
  private static final Pattern ADDRESS = Pattern.compile("[\\w.:/#-]{0,120}");
  private static final Pattern TYPE = Pattern.compile("[\\w.:-]{1,100}");
  private static final Pattern NOT_PLAIN = Pattern.compile("[^\\n -~]");

  /** What holds in a fault what the archive itself says. */
  private static final Set<String> FAULTS = Set.of("Refusal", "Violation");

  private final boolean ours;
  private final StringBuilder out = new StringBuilder();
  private final StringBuilder text = new StringBuilder();
  private final Deque<Open> open = new ArrayDeque<>();
  private long length;
  private boolean blank = true;
  private boolean isCut;

  private Transcript(boolean ours) {
    this.ours = ours;
  }

  /** Of what a client sends. */
  static Transcript ofRequest() {
    return new Transcript(false);
  }

  /** Of what the archive sends. */
  static Transcript ofAnswer() {
    return new Transcript(true);
  }

  void start(@Nullable String namespace, String name, @Nullable String type) {
    flushMixed();
    Open above = open.peekLast();
    String from = Objects.requireNonNullElse(namespace, "");
    line();
    append("<" + Shown.name(name));
    if (above == null || !above.namespace.equals(from)) {
      append(" xmlns=\"" + (ADDRESS.matcher(from).matches() ? from : "[another]") + "\"");
    }
    if (type != null) {
      append(" xsi:type=\"" + (TYPE.matcher(type).matches() ? type : "[another]") + "\"");
    }
    append(">");
    if (above != null) {
      above.hasChildren = true;
    }
    open.addLast(new Open(from, name));
  }

  /** Notes more of a text, which may come in pieces. */
  void text(char[] from, int start, int count) {
    length += count;
    for (int i = start; blank && i < start + count; i++) {
      blank = Character.isWhitespace(from[i]);
    }
    int room = LONGEST_TEXT + 1 - text.length();
    text.append(from, start, Math.min(count, room));
  }

  /** Ends the element that was begun last; that of what holds the message is of no interest. */
  void end() {
    Open last = open.pollLast();
    if (last == null) {
      return;
    }
    if (last.hasChildren) {
      flushMixed();
      line();
    } else if (!blank) {
      append(shown(last));
    }
    forget();
    append("</" + Shown.name(last.name) + ">");
  }

  /** Says that what came after what is noted could not be read. */
  void broken(@Nullable Location at) {
    line();
    append(
        at == null
            ? "[not readable any further]"
            : "[not readable from line %d, column %d]"
                .formatted(at.getLineNumber(), at.getColumnNumber()));
  }

  @Override
  public String toString() {
    return out.toString().strip();
  }

  private void flushMixed() {
    if (!blank) {
      line();
      append(lengthOfText());
    }
    forget();
  }

  private String shown(Open element) {
    if (length > LONGEST_TEXT) {
      return lengthOfText();
    }
    String whole = text.toString();
    Open above = open.peekLast();
    boolean ofFault = ours && above != null && FAULTS.contains(above.name);
    if (ofFault ? Shown.isOfFault(element.name) : Shown.isCode(element.name, whole)) {
      return element.name.equals("Field") ? Shown.path(whole) : escaped(whole);
    }
    return lengthOfText();
  }

  private String lengthOfText() {
    return "[" + length + " characters]";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  private void forget() {
    text.setLength(0);
    length = 0;
    blank = true;
  }

  private void line() {
    append("\n" + "  ".repeat(open.size()));
  }

  private void append(String more) {
    if (isCut) {
      return;
    }
    isCut = out.length() + more.length() > MOST - CUT.length();
    out.append(isCut ? CUT : NOT_PLAIN.matcher(more).replaceAll("?"));
  }

  /** An element that has begun. */
  private static final class Open {
    private final String namespace;
    private final String name;
    private boolean hasChildren;

    Open(String namespace, String name) {
      this.namespace = namespace;
      this.name = name;
    }
  }
}
