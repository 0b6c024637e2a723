package communique.soap.description;

import org.w3c.dom.Element;

/** Reads a service of its WSDL. */
final class WsdlReader {
  private final Element wsdl;
  private final SchemaReader types;

  WsdlReader(String wsdl, SchemaReader types) {
    this.wsdl = Xml.parsed(wsdl);
    this.types = types;
  }

  Service service(String path) {
    return new Service(
        Xml.named(Xml.child(wsdl, "service")),
        path,
        Documentation.of(wsdl),
        Xml.children(Xml.child(wsdl, "portType"), "operation").stream()
            .map(this::operation)
            .toList());
  }

  private Service.Operation operation(Element operation) {
    String name = Xml.named(operation);
    Element bound = Xml.called(Xml.child(wsdl, "binding"), "operation", name);
    return new Service.Operation(
        name,
        Documentation.of(operation),
        Xml.child(bound, "operation").getAttribute("soapAction"),
        message(operation, "input"),
        message(operation, "output"),
        Examples.of(name));
  }

  private Type message(Element operation, String direction) {
    String message = Xml.local(Xml.child(operation, direction).getAttribute("message"));
    Element part = Xml.child(Xml.called(wsdl, "message", message), "part");
    return types.element(Xml.local(part.getAttribute("element")));
  }
}
