package communique.soap.limits;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** What the XML of a message may have; 5,000 blocks of several spans fit well. */
public final class XmlLimits {
  private static final int DEPTH = 32;
  private static final int CHILDREN = 10_000;
  private static final long ELEMENTS = 500_000;
  static final int ATTRIBUTES = 32;
  private static final int ATTRIBUTE = 4_096;

  /** How the parser's complaint about each limit begins, and what a sender is told. */
  private static final List<Limit> LIMITS =
      List.of(
          new Limit(
              "maximum element depth",
              "must have at most " + DEPTH + " elements within each other"),
          new Limit(
              "maximum number of child", "must have at most " + CHILDREN + " elements within one"),
          new Limit("maximum element count", "must have at most " + ELEMENTS + " elements"),
          new Limit(
              "maximum attribute size",
              "must have at most " + ATTRIBUTE + " characters in an attribute"),
          new Limit(
              "attribute limit", "must have at most " + ATTRIBUTES + " attributes at an element"),
          new Limit("text size", "must have a shorter text"),
          new Limit("maximum document characters", "must have fewer characters"));

  private XmlLimits() {}

  /**
   * The properties of an endpoint whose messages keep to the limits.
   *
   * @param mostCharacters of a message, and of a text in it
   */
  public static Map<String, Object> properties(int mostCharacters) {
    return Map.of(
        "org.apache.cxf.stax.maxElementDepth",
        DEPTH,
        "org.apache.cxf.stax.maxChildElements",
        CHILDREN,
        "org.apache.cxf.stax.maxElementCount",
        ELEMENTS,
        "org.apache.cxf.stax.maxAttributeSize",
        ATTRIBUTE,
        "org.apache.cxf.stax.maxTextLength",
        mostCharacters,
        "org.apache.cxf.stax.maxXMLCharacters",
        (long) mostCharacters,
        XMLInputFactory.class.getName(),
        new Parsers());
  }

  /** What to answer when a message has more than it may; null when something else is wrong. */
  public static @Nullable Refusal exceeded(XMLStreamException complaint) {
    String said = ("" + complaint.getMessage()).toLowerCase(Locale.ROOT);
    return LIMITS.stream()
        .filter(limit -> said.startsWith(limit.complaint()))
        .map(limit -> new Refusal(Reason.TOO_LARGE, "", limit.rule(), "", complaint))
        .findFirst()
        .orElse(null);
  }

  private record Limit(String complaint, String rule) {}
}
