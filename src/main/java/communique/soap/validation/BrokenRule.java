package communique.soap.validation;

import communique.briefing.Reason;
import communique.briefing.Violation;
import communique.briefing.Violations;
import communique.soap.description.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/**
 * Says in the archive's words which rules of the schema a message broke, and gathers them, so that
 * its sender is told of all at once. The schema validator's messages begin with the name that XML
 * Schema gives to the rule (such as {@code cvc-maxLength-valid}) and end with what the rule
 * demands; of the rest, in which the sender's own words are quoted, nothing is used. They must be
 * in English: other languages end them in other ways.
 */
final class BrokenRule implements ErrorHandler {
  private static final Pattern ELEMENT = Pattern.compile(":(\\w+)[,}]");

  // A value that is quoted before may itself have quotes and brackets in it: only the end is sure.
  private static final Pattern MOST = ending("maxLength '(\\d+)' for type '[^']*'\\.");
  private static final Pattern BOUND = ending("clusive '([^']*)' for type '[^']*'\\.");
  private static final Pattern TYPE = ending("for type '([^']*)'\\.");
  private static final Pattern BUILT_IN = ending("is not a valid value for '([^']*)'\\.");
  private static final Pattern CHOICES =
      ending("enumeration '\\[([^\\]]*)\\]'\\. It must be a value from the enumeration\\.");
  private static final Pattern EXPECTED = ending("One of '([^']*)' is expected\\.");

  private static final Map<String, String> FORMS =
      Map.ofEntries(
          Map.entry("Instant", "must be date, time and zone, such as 2025-07-24T06:00:00+09:00"),
          Map.entry("dateTime", "must be date, time and zone, such as 2025-07-24T06:00:00+09:00"),
          Map.entry("date", "must be a day of the calendar, such as 2025-07-24"),
          Map.entry("TimeOfDay", "must be a time of day, such as 14:30"),
          Map.entry("Offset", "must be an offset from UTC, such as +09:00"),
          Map.entry("OfficeCode", "must be an office code such as KR-PRES"),
          Map.entry("Identity", "must be a UUID"),
          Map.entry("CountryCode", "must be two capital letters (ISO 3166-1)"),
          Map.entry("MediaTopic", "must be a Media Topic such as medtop:20000587"),
          Map.entry("Sha256", "must be 64 lower-case hexadecimal digits"),
          Map.entry("boolean", "must be true or false"),
          Map.entry("integer", "must be a whole number"));

  /** Said a second time of an element whose value has broken a rule. */
  private static final Pattern ECHO = Pattern.compile("cvc-(type\\.3\\.1\\.3|attribute\\.3):.*");

  private final ElementPath path;
  private final IntSupplier line;
  private final List<Violation> broken = new ArrayList<>();
  private int first;

  /**
   * @param path where the reader stands
   * @param line the line in which it stands, counted from 1
   */
  BrokenRule(ElementPath path, IntSupplier line) {
    this.path = path;
    this.line = line;
  }

  /** Whether there is more wrong than anybody would read. */
  boolean isFull() {
    return broken.size() == Violations.MOST;
  }

  /** The line in which the first was broken; 0 as long as none is. */
  int firstLine() {
    return first;
  }

  /** All that has been broken so far, with the paths of the contract. */
  List<Violation> all() {
    return List.copyOf(broken);
  }

  @Override
  public void warning(SAXParseException said) {
    note(said);
  }

  @Override
  public void error(SAXParseException said) {
    note(said);
  }

  @Override
  public void fatalError(SAXParseException said) {
    note(said);
  }

  /** Takes note of what is not the schema validator's to see. */
  void note(Reason reason, String rule, String value) {
    note(new Violation(reason, path.toString(), rule, value));
  }

  private void note(SAXParseException said) {
    String message = "" + said.getMessage();
    if (!ECHO.matcher(message).matches() && !isWithinLength(message)) {
      note(violation(message));
    }
  }

  // Where there is more than anybody would read, nothing more is said: the message is refused.
  private void note(Violation violation) {
    if (!isFull()) {
      broken.add(violation);
      first = first == 0 ? line.getAsInt() : first;
    }
  }

  // The validator counts UTF-16 units where the schema means characters (part 2, section 4.3.3).
  private boolean isWithinLength(String message) {
    String most = message.startsWith("cvc-maxLength-valid:") ? demanded(MOST, message) : "";
    return !most.isEmpty() && path.characters() <= Integer.parseInt(most);
  }

  private Violation violation(String message) {
    int colon = message.indexOf(": ");
    String rule = colon < 0 ? message : message.substring(0, colon);
    String rest = colon < 0 ? "" : message.substring(colon + 1);
    return switch (rule) {
      case "cvc-maxLength-valid" ->
          broken(Reason.TOO_LONG, "must have at most " + demanded(MOST, rest) + " characters");
      case "cvc-minLength-valid" -> broken(Reason.MISSING, "must not be empty");
      case "cvc-enumeration-valid" ->
          broken(Reason.UNKNOWN_VALUE, "must be one of " + demanded(CHOICES, rest));
      case "cvc-pattern-valid" -> broken(Reason.BAD_FORMAT, form(demanded(TYPE, rest)));
      case "cvc-datatype-valid.1.2.1" -> broken(Reason.BAD_FORMAT, form(demanded(BUILT_IN, rest)));
      case "cvc-minInclusive-valid" ->
          broken(Reason.OUT_OF_RANGE, "must be " + demanded(BOUND, rest) + " or more");
      case "cvc-maxInclusive-valid" ->
          broken(Reason.OUT_OF_RANGE, "must be " + demanded(BOUND, rest) + " or less");
      case "cvc-complex-type.2.4.b" -> missing(elements(rest));
      case "cvc-complex-type.2.4.a" -> misplaced(rest);
      case "cvc-complex-type.2.4.d" -> structure("must not stand here");
      case "cvc-complex-type.2.3" -> structure("must have no text of its own");
      case "cvc-complex-type.2.1", "cvc-type.3.1.2" -> structure("must have no elements in it");
      case "cvc-complex-type.3.2.2", "cvc-type.3.1.1" -> structure("must have no such attribute");
      case "cvc-elt.3.1", "cvc-elt.3.2.1" -> structure("must be absent or have a value, not nil");
      default -> structure("must be as the contract says");
    };
  }

  private Violation broken(Reason reason, String rule) {
    return new Violation(reason, path.toString(), rule, path.text());
  }

  private Violation structure(String rule) {
    return new Violation(Reason.MALFORMED, path.toString(), rule, path.text().strip());
  }

  private Violation missing(List<String> elements) {
    String at = path.toString();
    String field = elements.isEmpty() ? "" : elements.get(elements.size() - 1);
    return new Violation(
        Reason.MISSING, at.isEmpty() ? field : at + "." + field, "must be present", "");
  }

  // First it is said what stands there, without a namespace when it has none, then what may.
  private Violation misplaced(String text) {
    List<String> expected = elements(demanded(EXPECTED, text));
    if (expected.contains(path.name()) && !text.contains("starting with element '{")) {
      return structure("must be of the namespace " + Contract.NAMESPACE);
    }
    if (expected.size() == 1 && !path.isInList()) {
      return new Violation(Reason.MISSING, path.beside(expected.get(0)), "must be present", "");
    }
    return structure(
        "must not stand here; in this place must stand " + String.join(" or ", expected));
  }

  private static Pattern ending(String regex) {
    return Pattern.compile(regex + "\\z");
  }

  private static String demanded(Pattern ending, String message) {
    Matcher found = ending.matcher(message);
    return found.find() ? found.group(1) : "";
  }

  private static String form(String type) {
    return FORMS.getOrDefault(
        type.replaceFirst("^#AnonType_", ""), "must have the form that the contract gives");
  }

  private static List<String> elements(String text) {
    return ELEMENT.matcher(text).results().map(each -> each.group(1)).toList();
  }
}
