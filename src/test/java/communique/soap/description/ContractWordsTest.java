package communique.soap.description;

import static communique.soap.description.ContractFiles.XS;
import static communique.soap.description.ContractFiles.all;
import static communique.soap.description.ContractFiles.children;
import static communique.soap.description.ContractFiles.where;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What the contract calls things, and what it says of them. */
class ContractWordsTest {
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
          unset unsigned use ushort using var virtual void volatile while with xor yield\
          """
              .split("\\s+"));

  private final Document schema = ContractFiles.schema();
  private final Schema values = values();

  ContractWordsTest() throws SAXException {}

  @Test
  void names_survive_the_makers_of_code() {
    for (Document each :
        List.of(schema, ContractFiles.wsdl("deposit"), ContractFiles.wsdl("retrieval"))) {
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
      if (each.getLocalName().equals("enumeration")) {
        assertThat(documentation(each))
            .as(where(each) + " " + each.getAttribute("value"))
            .isNotBlank();
      }
      if (!children(each, XS, "enumeration").isEmpty()) {
        assertThat(documentation((Element) each.getParentNode()))
            .as(where(each))
            .contains("More may come: take an unknown one for ");
      }
    }
  }

  @Test
  void every_single_value_has_an_example_that_its_type_allows() throws Exception {
    Map<String, String> ofTypes = new HashMap<>();
    for (Element type : all(schema, XS, "simpleType")) {
      ofTypes.put("tns:" + type.getAttribute("name"), example(type));
    }
    int checked = 0;
    for (Element each : all(schema, XS, "element")) {
      String type = each.getAttribute("type");
      if (type.startsWith("xs:") || ofTypes.containsKey(type)) {
        String own = example(each);
        String example = own.isEmpty() ? ofTypes.getOrDefault(type, "") : own;
        assertThat(example).as(where(each)).isNotBlank();
        mustBeValid(where(each), type, example);
        checked++;
      }
    }
    for (Map.Entry<String, String> type : ofTypes.entrySet()) {
      if (!type.getValue().isEmpty()) {
        mustBeValid(type.getKey(), type.getKey(), type.getValue());
      }
    }
    assertThat(checked).isGreaterThan(150);
  }

  private void mustBeValid(String where, String type, String value) throws Exception {
    Document example =
        DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().newDocument();
    Element only = example.createElementNS(Contract.NAMESPACE, valueOf(type));
    only.setTextContent(value);
    example.appendChild(only);
    try {
      values.newValidator().validate(new DOMSource(example));
    } catch (SAXException e) {
      throw new AssertionError(where + ": " + value + ": " + e.getMessage(), e);
    }
  }

  /** The schema, with an element for each type that a single value has. */
  private static Schema values() throws SAXException {
    String text = ContractFiles.read("archive.xsd");
    String elements =
        all(ContractFiles.schema(), XS).stream()
            .flatMap(
                each ->
                    each.getLocalName().equals("simpleType")
                        ? Stream.of("tns:" + each.getAttribute("name"))
                        : Stream.of(each.getAttribute("type")))
            .filter(type -> !type.isEmpty())
            .distinct()
            .map(type -> "<xs:element name='%s' type='%s'/>".formatted(valueOf(type), type))
            .collect(Collectors.joining());
    return SchemaFactory.newDefaultInstance()
        .newSchema(
            new StreamSource(
                new StringReader(text.replace("</xs:schema>", elements + "</xs:schema>"))));
  }

  private static String valueOf(String type) {
    return "ValueOf_" + type.replace(':', '_');
  }

  private static String example(Element element) {
    return Documentation.of(element).example();
  }

  private static String documentation(Element element) {
    return children(element, XS, "annotation").stream()
        .flatMap(each -> children(each, XS, "documentation").stream())
        .map(Element::getTextContent)
        .findFirst()
        .orElse("");
  }
}
