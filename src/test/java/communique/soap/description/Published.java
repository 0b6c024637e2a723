package communique.soap.description;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What clients rely on in a schema, a line for each element, value and limit; {@code
 * schemas/soap/published.txt} has those of the version that was published.
 */
final class Published {
  /** How lines end of what may be left out. */
  static final String OPTIONAL = " 0..1";

  private static final String XS = "http://www.w3.org/2001/XMLSchema";

  private Published() {}

  static List<String> lines(Document schema) {
    List<String> lines = new ArrayList<>();
    for (Element each : ContractFiles.all(schema, XS, "element")) {
      lines.add(
          ContractFiles.where(each)
              + " "
              + or(each.getAttribute("type"), "element")
              + " "
              + or(each.getAttribute("minOccurs"), "1")
              + ".."
              + or(each.getAttribute("maxOccurs"), "1"));
    }
    for (Element each : ContractFiles.all(schema, XS)) {
      if (each.hasAttribute("value")) {
        lines.add(
            ContractFiles.where(each)
                + " "
                + each.getLocalName()
                + " "
                + each.getAttribute("value"));
      }
    }
    return lines;
  }

  /** The type that a line is about; its lines may only grow by what is optional. */
  static String owner(String line) {
    String path = line.substring(0, line.indexOf(' '));
    int dot = path.lastIndexOf('.');
    // Values may be added to choices: each type that is no sequence is its own.
    return dot < 0 ? line : path.substring(0, dot);
  }

  private static String or(String value, String absent) {
    return value.isEmpty() ? absent : value;
  }
}
