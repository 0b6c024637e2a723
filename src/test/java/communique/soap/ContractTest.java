package communique.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** The contract can be used by every toolkit, and stays as it was published. */
class ContractTest {
  private static final Path FOLDER = Path.of("schemas/soap");
  private static final String XS = "http://www.w3.org/2001/XMLSchema";
  private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";
  private static final String SOAP11 = "http://schemas.xmlsoap.org/wsdl/soap/";
  private static final String SOAP12 = "http://schemas.xmlsoap.org/wsdl/soap12/";
  private static final String NAMESPACE = "urn:communique:archive:1";

  /** What toolkits of all ages understand; no any, union, list, choice, attribute or import. */
  private static final Set<String> UNDERSTOOD =
      Set.of(
          "schema",
          "annotation",
          "documentation",
          "element",
          "complexType",
          "sequence",
          "simpleType",
          "restriction",
          "enumeration",
          "pattern",
          "minLength",
          "maxLength",
          "minInclusive",
          "maxInclusive");

  private static final Set<String> BUILT_IN =
      Set.of("xs:string", "xs:boolean", "xs:int", "xs:long", "xs:date", "xs:base64Binary");

  /** Of Java, C#, PHP and C++, in lower case: PHP does not tell cases apart. */
  private static final Set<String> RESERVED =
      Set.of(
          """
          abstract alignas alignof and array as asm assert auto base bool boolean break byte callable
          case catch char checked class clone const constexpr continue decimal declare decltype
          default delegate delete die do double echo else elseif empty enddeclare endfor endforeach
          endif endswitch endwhile enum eval event exit explicit export extends extern false final
          finally fixed float fn for foreach friend function global goto if implements implicit
          import in include inline instanceof insteadof int interface internal is isset iterable
          list lock long match mixed mutable namespace native never new noexcept not null nullptr
          object operator or out override package params parent print private protected public
          readonly ref register require return sbyte sealed self short signed sizeof stackalloc
          static strictfp string struct super switch synchronized template this throw throws trait
          transient true try typedef typeid typename typeof uint ulong unchecked union unsafe
          unset unsigned use ushort using var virtual void volatile while with xor yield"""
              .split("\\s+"));

  private final Document schema = parsed(read("archive.xsd"));

  @Test
  void the_schema_has_only_what_every_toolkit_understands() {
    Element root = schema.getDocumentElement();
    assertThat(root.getAttribute("elementFormDefault")).isEqualTo("qualified");
    assertThat(root.getAttribute("targetNamespace")).isEqualTo(NAMESPACE);
    for (Element each : all(schema, XS)) {
      assertThat(UNDERSTOOD).contains(each.getLocalName());
      for (String attribute :
          List.of("nillable", "default", "fixed", "abstract", "ref", "form", "substitutionGroup")) {
        assertThat(each.hasAttribute(attribute)).as(where(each) + " " + attribute).isFalse();
      }
    }
  }

  @Test
  void only_an_element_that_stands_alone_has_a_type_without_a_name() {
    for (Element each : all(schema, XS, "complexType")) {
      Element parent = (Element) each.getParentNode();
      boolean alone = parent.getParentNode() == schema.getDocumentElement();
      assertThat(each.hasAttribute("name") || alone).as(where(each)).isTrue();
    }
  }

  @Test
  void whatever_repeats_is_the_only_thing_in_its_list() {
    for (Element each : all(schema, XS, "element")) {
      boolean one = Set.of("", "1").contains(each.getAttribute("maxOccurs"));
      // A refusal is as it was published before this rule.
      if (!one && !where(each).equals("Refusal.Violation")) {
        assertThat(children((Element) each.getParentNode(), XS, "element"))
            .as(where(each))
            .hasSize(1);
        assertThat(each.getAttribute("minOccurs")).as(where(each)).isEqualTo("0");
      }
    }
  }

  @Test
  void days_are_plain_days_and_instants_always_have_a_zone() {
    for (Element each : all(schema, XS, "element")) {
      String type = each.getAttribute("type");
      if (!type.isEmpty()) {
        assertThat(type.startsWith("tns:") || BUILT_IN.contains(type)).as(where(each)).isTrue();
      }
    }
    for (Element each : all(schema, XS, "restriction")) {
      String base = each.getAttribute("base");
      if (base.equals("xs:dateTime")) {
        assertThat(where(each)).isEqualTo("Instant");
      } else {
        assertThat(BUILT_IN).as(where(each)).contains(base);
      }
    }
  }

  @Test
  void names_survive_the_makers_of_code() {
    for (Document each : List.of(schema, wsdl("deposit"), wsdl("retrieval"))) {
      for (Element element : all(each, "*")) {
        String name = element.getAttribute("name");
        if (!name.isEmpty() && !name.equals("parameters") && !name.equals("refusal")) {
          assertThat(name).matches("[A-Z][A-Za-z0-9]*");
          assertThat(RESERVED).doesNotContain(name.toLowerCase(Locale.ROOT));
        }
      }
    }
  }

  @Test
  void everything_is_documented_and_every_choice_says_what_an_unknown_value_means() {
    for (Element each : all(schema, XS)) {
      if (each.hasAttribute("name")) {
        assertThat(documentation(each)).as(where(each)).isNotBlank();
      }
      if (!children(each, XS, "enumeration").isEmpty()) {
        assertThat(documentation((Element) each.getParentNode()))
            .as(where(each))
            .contains("More may come: take an unknown one for ");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"deposit", "retrieval"})
  void a_service_is_document_literal_wrapped_in_both_versions_of_soap(String service) {
    Document wsdl = wsdl(service);
    assertThat(wsdl.getDocumentElement().getAttribute("targetNamespace")).isEqualTo(NAMESPACE);
    List<String> operations = new ArrayList<>();
    for (Element each : children(first(wsdl, "portType"), WSDL, "operation")) {
      String name = each.getAttribute("name");
      operations.add(name);
      assertThat(text(each)).as(name).isNotBlank();
      assertThat(children(each, WSDL, "fault")).as(name).hasSize(1);
      assertThat(element(wsdl, each, "input")).isEqualTo("tns:" + name);
      assertThat(element(wsdl, each, "output")).isEqualTo("tns:" + name + "Response");
    }
    bound(wsdl, SOAP11, operations);
    bound(wsdl, SOAP12, operations);
  }

  @ParameterizedTest
  @ValueSource(strings = {"deposit", "retrieval"})
  void a_flat_description_has_everything_in_one_schema(String service) {
    Document flat = parsed(new Contract().flat(read(service + ".wsdl")));
    assertThat(all(flat, XS, "schema")).hasSize(1);
    assertThat(all(flat, XS, "import")).isEmpty();
    assertThat(all(flat, WSDL, "import")).isEmpty();
    Set<String> there = new TreeSet<>();
    children(all(flat, XS, "schema").get(0), XS, "element")
        .forEach(each -> there.add("tns:" + each.getAttribute("name")));
    for (Element part : all(flat, WSDL, "part")) {
      assertThat(there).contains(part.getAttribute("element"));
    }
  }

  @Test
  void what_was_published_is_still_so_and_what_was_added_is_optional_and_comes_last() {
    List<String> now = Published.lines(schema);
    List<String> then =
        read("published.txt").lines().filter(line -> !line.startsWith("#")).toList();
    assertThat(now).containsAll(then);
    for (String owner : then.stream().map(Published::owner).distinct().toList()) {
      List<String> before = of(owner, then);
      List<String> after = of(owner, now);
      assertThat(after).startsWith(before.toArray(String[]::new));
      assertThat(after.subList(before.size(), after.size()))
          .allSatisfy(added -> assertThat(added).endsWith(Published.OPTIONAL));
    }
  }

  private static List<String> of(String owner, List<String> lines) {
    return lines.stream().filter(line -> Published.owner(line).equals(owner)).toList();
  }

  private static void bound(Document wsdl, String soap, List<String> operations) {
    List<Element> bindings =
        all(wsdl, WSDL, "binding").stream()
            .filter(each -> !children(each, soap, "binding").isEmpty())
            .toList();
    assertThat(bindings).hasSize(1);
    Element binding = bindings.get(0);
    assertThat(children(binding, soap, "binding").get(0).getAttribute("style"))
        .isEqualTo("document");
    List<String> found = new ArrayList<>();
    for (Element each : children(binding, WSDL, "operation")) {
      String name = each.getAttribute("name");
      found.add(name);
      assertThat(children(each, soap, "operation").get(0).getAttribute("soapAction"))
          .isEqualTo(NAMESPACE + ":" + name);
      for (String direction : List.of("input", "output")) {
        Element message = children(each, WSDL, direction).get(0);
        assertThat(children(message, soap, "body").get(0).getAttribute("use")).isEqualTo("literal");
        assertThat(children(message, soap, "header")).isEmpty();
      }
    }
    assertThat(found).isEqualTo(operations);
    assertThat(all(wsdl, soap, "address")).hasSize(1);
  }

  private static String element(Document wsdl, Element operation, String direction) {
    String message = children(operation, WSDL, direction).get(0).getAttribute("message");
    for (Element each : all(wsdl, WSDL, "message")) {
      if (message.equals("tns:" + each.getAttribute("name"))) {
        List<Element> parts = children(each, WSDL, "part");
        assertThat(parts).as(message).hasSize(1);
        return parts.get(0).getAttribute("element");
      }
    }
    throw new AssertionError("no " + message);
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

  private static String documentation(Element element) {
    return children(element, XS, "annotation").stream()
        .flatMap(each -> children(each, XS, "documentation").stream())
        .map(Element::getTextContent)
        .findFirst()
        .orElse("");
  }

  private static String text(Element operation) {
    return children(operation, WSDL, "documentation").get(0).getTextContent();
  }

  private static Element first(Document wsdl, String name) {
    return all(wsdl, WSDL, name).get(0);
  }

  private static Document wsdl(String service) {
    return parsed(read(service + ".wsdl"));
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

  static Document parsed(String xml) {
    try {
      return DocumentBuilderFactory.newDefaultNSInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(xml)));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  static String read(String name) {
    try {
      return Files.readString(FOLDER.resolve(name));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
