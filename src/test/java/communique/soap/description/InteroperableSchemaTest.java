package communique.soap.description;

import static communique.soap.description.ContractFiles.XS;
import static communique.soap.description.ContractFiles.all;
import static communique.soap.description.ContractFiles.children;
import static communique.soap.description.ContractFiles.where;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The schema has only what toolkits of every age and language can use. */
class InteroperableSchemaTest {
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

  private final Document schema = ContractFiles.schema();

  @Test
  void the_schema_has_only_what_every_toolkit_understands() {
    Element root = schema.getDocumentElement();
    assertThat(root.getAttribute("elementFormDefault")).isEqualTo("qualified");
    assertThat(root.getAttribute("targetNamespace")).isEqualTo(Contract.NAMESPACE);
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
}
