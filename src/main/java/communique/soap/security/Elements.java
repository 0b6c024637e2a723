package communique.soap.security;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Goes about in the elements of a document, by their places only. */
final class Elements {
  private Elements() {}

  static QName name(Element element) {
    return new QName(element.getNamespaceURI(), element.getLocalName());
  }

  static boolean is(Element element, String namespace, String name) {
    return name.equals(element.getLocalName()) && namespace.equals(element.getNamespaceURI());
  }

  /** The elements that stand directly in one, in their order. */
  static List<Element> of(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  /** The names of the elements that stand directly in one, in their order. */
  static List<QName> names(Element parent) {
    return of(parent).stream().map(Elements::name).toList();
  }

  /**
   * The one element of a name that stands directly in another; null when there is none.
   *
   * @param refused makes of a rule what is thrown when there are more
   */
  static @Nullable Element only(
      Element parent,
      String namespace,
      String name,
      Function<String, ? extends RuntimeException> refused) {
    List<Element> found = of(parent).stream().filter(child -> is(child, namespace, name)).toList();
    if (found.size() > 1) {
      throw refused.apply("must be there once");
    }
    return found.isEmpty() ? null : found.get(0);
  }

  /**
   * The text of an element that has nothing but text, without space around it.
   *
   * @param refused makes of a rule what is thrown when it has more
   */
  static String text(Element element, Function<String, ? extends RuntimeException> refused) {
    if (!of(element).isEmpty()) {
      throw refused.apply("must have text only");
    }
    return element.getTextContent().strip();
  }

  /** The value of an attribute without a namespace; empty when it is absent. */
  static String attribute(Element element, String name) {
    return element.getAttributeNS(null, name);
  }
}
