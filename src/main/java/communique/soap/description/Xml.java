package communique.soap.description;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads the XML of a contract, by local names. */
final class Xml {
  private Xml() {}

  /** The outermost element. */
  static Element parsed(String xml) {
    try {
      DocumentBuilderFactory parsers = DocumentBuilderFactory.newDefaultNSInstance();
      parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return parsers
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(xml)))
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException("the contract is broken", e);
    }
  }

  /** The elements just within another that have a name. */
  static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node each = parent.getFirstChild(); each != null; each = each.getNextSibling()) {
      if (each instanceof Element element && element.getLocalName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }

  /** The first of them. */
  static Element child(Element parent, String name) {
    return children(parent, name).stream()
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + name + " in " + named(parent)));
  }

  /** The one of them that is called so. */
  static Element called(Element parent, String kind, String name) {
    return children(parent, kind).stream()
        .filter(each -> named(each).equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + kind + " " + name));
  }

  /** The text of the first of them; empty when there is none. */
  static String text(Element parent, String name) {
    return children(parent, name).stream().findFirst().map(Element::getTextContent).orElse("");
  }

  /** What an element is called. */
  static String named(Element element) {
    return element.getAttribute("name");
  }

  /** A qualified name without its prefix. */
  static String local(String name) {
    return name.substring(name.indexOf(':') + 1);
  }
}
