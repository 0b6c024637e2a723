package communique.soap.description;

import org.w3c.dom.Element;

/**
 * What the contract says of something.
 *
 * @param text in words
 * @param example a value; empty when none is given
 */
public record Documentation(String text, String example) {
  private static final String EXAMPLE = "Example: ";

  /** The documentation of an element of a WSDL or XSD. */
  static Documentation of(Element element) {
    String said =
        Xml.children(element, "annotation").stream()
            .findFirst()
            .map(annotation -> Xml.text(annotation, "documentation"))
            .orElseGet(() -> Xml.text(element, "documentation"))
            .strip();
    int example = said.lastIndexOf(EXAMPLE);
    return example < 0
        ? new Documentation(said, "")
        : new Documentation(
            said.substring(0, example).strip(), said.substring(example + EXAMPLE.length()));
  }
}
