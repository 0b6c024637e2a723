package communique.soap.description;

import java.util.List;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Reads the types of the schema. */
final class SchemaReader {
  private static final String OWN = "tns:";

  private final Element schema;

  SchemaReader(String schema) {
    this.schema = Xml.parsed(schema);
  }

  /** The types that have names: those with elements, then single values. */
  List<Type> types() {
    return Stream.concat(
            Xml.children(schema, "complexType").stream().map(this::complex),
            Xml.children(schema, "simpleType").stream().map(SchemaReader::simple))
        .toList();
  }

  /** An element that stands alone. */
  Type element(String name) {
    Element element = Xml.called(schema, "element", name);
    return new Type(
        name,
        Documentation.of(element),
        fields(Xml.child(element, "complexType")),
        "",
        List.of(),
        List.of());
  }

  private Type complex(Element type) {
    return new Type(
        Xml.named(type), Documentation.of(type), fields(type), "", List.of(), List.of());
  }

  private static Type simple(Element type) {
    Element restriction = Xml.child(type, "restriction");
    List<Type.Value> values =
        Xml.children(restriction, "enumeration").stream()
            .map(each -> new Type.Value(value(each), Documentation.of(each)))
            .toList();
    List<String> limits =
        Stream.of("pattern", "minLength", "maxLength", "minInclusive", "maxInclusive")
            .flatMap(
                facet ->
                    Xml.children(restriction, facet).stream()
                        .map(each -> facet + " " + value(each)))
            .toList();
    return new Type(
        Xml.named(type),
        Documentation.of(type),
        List.of(),
        restriction.getAttribute("base"),
        values,
        limits);
  }

  private List<Type.Field> fields(Element type) {
    return Xml.children(Xml.child(type, "sequence"), "element").stream().map(this::field).toList();
  }

  private Type.Field field(Element element) {
    String type = element.getAttribute("type");
    return new Type.Field(
        Xml.named(element),
        type.startsWith(OWN) ? Xml.local(type) : type,
        type.startsWith(OWN),
        times(element.getAttribute("minOccurs"), element.getAttribute("maxOccurs")),
        said(element, type));
  }

  // A value that has no example of its own looks like any other of its type.
  private Documentation said(Element element, String type) {
    Documentation said = Documentation.of(element);
    return said.example().isEmpty() && type.startsWith(OWN)
        ? new Documentation(said.text(), example(Xml.local(type)))
        : said;
  }

  private String example(String type) {
    return Xml.children(schema, "simpleType").stream()
        .filter(each -> Xml.named(each).equals(type))
        .map(each -> Documentation.of(each).example())
        .findFirst()
        .orElse("");
  }

  private static String times(String least, String most) {
    if (most.isEmpty()) {
      return least.equals("0") ? "at most once" : "once";
    }
    return most.equals("unbounded") ? "any number of times" : "at most " + most + " times";
  }

  private static String value(Element facet) {
    return facet.getAttribute("value");
  }
}
