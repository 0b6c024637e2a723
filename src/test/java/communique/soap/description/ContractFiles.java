package communique.soap.description;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** The files of the contract, taken apart. */
final class ContractFiles {
  static final String XS = "http://www.w3.org/2001/XMLSchema";
  static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";

  private static final Path FOLDER = Path.of("schemas/soap");

  private ContractFiles() {}

  /** The schema that the services share. */
  static Document schema() {
    return parsed(read("archive.xsd"));
  }

  /** The description of a service. */
  static Document wsdl(String service) {
    return parsed(read(service + ".wsdl"));
  }

  /** A file of the contract, as text. */
  static String read(String name) {
    try {
      return Files.readString(FOLDER.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Document parsed(String xml) {
    try {
      return DocumentBuilderFactory.newDefaultNSInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(xml)));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  static List<Element> all(Document document, String namespace) {
    return all(document, namespace, "*");
  }

  static List<Element> all(Document document, String namespace, String name) {
    var found = document.getElementsByTagNameNS(namespace, name);
    List<Element> all = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      all.add((Element) found.item(i));
    }
    return all;
  }

  static List<Element> children(Element parent, String namespace, String name) {
    List<Element> all = new ArrayList<>();
    for (Node each = parent.getFirstChild(); each != null; each = each.getNextSibling()) {
      if (each instanceof Element element
          && namespace.equals(element.getNamespaceURI())
          && name.equals(element.getLocalName())) {
        all.add(element);
      }
    }
    return all;
  }

  /** The path of an element of the schema. */
  static String where(Element element) {
    String path = element.getAttribute("name");
    for (Node up = element.getParentNode(); up instanceof Element parent; up = up.getParentNode()) {
      String name = parent.getAttribute("name");
      path = name.isEmpty() ? path : path.isEmpty() ? name : name + "." + path;
    }
    return path;
  }
}
