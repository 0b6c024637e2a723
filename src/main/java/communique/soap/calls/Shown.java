package communique.soap.calls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What of a message may be seen by who helps its sender. */
final class Shown {
  /**
   * The elements of the contract that hold a code, an identity, a digest, a date, an instant, a
   * number, a language or a yes or no, and nothing else anywhere.
   */
  static final Set<String> CODES =
      Set.of(
          "AcceptedAt",
          "At",
          "BriefingId",
          "Country",
          "Date",
          "Dated",
          "Digest",
          "Embargo",
          "Emphasis",
          "EventDate",
          "EventFrom",
          "EventTo",
          "ExpectedVersion",
          "Found",
          "From",
          "HasMedia",
          "Height",
          "IssuedDate",
          "IssuedFrom",
          "IssuedTo",
          "Kind",
          "Language",
          "LedgerPosition",
          "Level",
          "Limit",
          "Number",
          "Office",
          "Ordered",
          "Placement",
          "Position",
          "PublicFrom",
          "ReceiptId",
          "Redacted",
          "Sha256",
          "Significance",
          "Size",
          "Stale",
          "State",
          "Subject",
          "Time",
          "TitleShown",
          "Total",
          "TotalIsExact",
          "Type",
          "Until",
          "Version",
          "Versions",
          "Width",
          "Zone");

  /** The elements in which a fault says, in the archive's words, what is wrong and where. */
  private static final Set<String> OF_FAULTS = Set.of("Reason", "Field", "Rule", "ReferenceNumber");

  /** What such an element can hold; a text that strayed into one has spaces, or is longer. */
  private static final Pattern CODE = Pattern.compile("\\s*[A-Za-z0-9.:+_/-]{1,64}\\s*");

  private static final Pattern STEP = Pattern.compile("[^.\\[\\]]+");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Set<String> OF_SOAP =
      Set.of(
          "fault", "faultcode", "faultstring", "detail", "code", "subcode", "include", "security");
  private static final Set<String> OF_CONTRACT = ofContract();

  private Shown() {}

  /** The name of an element; one that contract and SOAP do not have might be a piece of a text. */
  static String name(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return OF_CONTRACT.contains(small) || OF_SOAP.contains(small) ? name : "unknown";
  }

  /** Whether the text of an element is a code or the like, and looks like one. */
  static boolean isCode(String name, String text) {
    return CODES.contains(name) && CODE.matcher(text).matches();
  }

  /** Whether an element is one in which a fault says what is wrong. */
  static boolean isOfFault(String name) {
    return OF_FAULTS.contains(name);
  }

  /** The place that a fault names, which may have names in it that the client has made up. */
  static String path(String field) {
    return STEP.matcher(field)
        .replaceAll(found -> NUMBER.matcher(found.group()).matches() ? found.group() : name(found));
  }

  private static String name(MatchResult found) {
    return name(found.group());
  }

  private static Set<String> ofContract() {
    try (InputStream in = Shown.class.getResourceAsStream("/schemas/soap/archive.xsd")) {
      if (in == null) {
        throw new IllegalStateException("the contract is missing");
      }
      String schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Pattern.compile("<xs:element name=\"(\\w+)\"")
          .matcher(schema)
          .results()
          .map(element -> element.group(1).toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
