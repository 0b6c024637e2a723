package communique.soap.validation;

import static org.assertj.core.api.Assertions.assertThat;

import communique.briefing.Reason;
import communique.briefing.Violation;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.SAXException;

/** Values are quoted in what the validator says, whatever they have in them. */
@Isolated("changes the language")
final class BrokenRuleTest {
  private static final Schema SCHEMA =
      schema(
          """
          <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:communique:archive:1"
              targetNamespace="urn:communique:archive:1" elementFormDefault="qualified">
            <xs:simpleType name="Text"><xs:restriction base="xs:string">
              <xs:maxLength value="8"/></xs:restriction></xs:simpleType>
            <xs:simpleType name="Kind"><xs:restriction base="xs:string">
              <xs:enumeration value="release"/><xs:enumeration value="speech"/>
            </xs:restriction></xs:simpleType>
            <xs:simpleType name="OfficeCode"><xs:restriction base="xs:string">
              <xs:pattern value="[A-Z]+"/></xs:restriction></xs:simpleType>
            <xs:simpleType name="Count"><xs:restriction base="xs:integer">
              <xs:minInclusive value="1"/><xs:maxInclusive value="9"/>
            </xs:restriction></xs:simpleType>
            <xs:element name="Ask"><xs:complexType><xs:sequence>
              <xs:element name="Text" type="Text" minOccurs="0"/>
              <xs:element name="Kind" type="Kind" minOccurs="0"/>
              <xs:element name="Office" type="OfficeCode" minOccurs="0"/>
              <xs:element name="Count" type="Count" minOccurs="0"/>
            </xs:sequence></xs:complexType></xs:element>
          </xs:schema>
          """);

  @ParameterizedTest
  @CsvSource({"en", "de", "fr", "ja", "ko", "pt-BR", "zh-CN"})
  void what_is_demanded_is_told_however_many_apostrophes_a_value_has_and_whatever_language_is_set(
      String language) throws Exception {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(language));
      for (int apostrophes = 0; apostrophes < 4; apostrophes++) {
        String quotes = "'".repeat(apostrophes);
        mustBe("Text", quotes + "too long a text", Reason.TOO_LONG, "at most 8 characters");
        mustBe("Kind", "a " + quotes + "[song", Reason.UNKNOWN_VALUE, "one of release, speech");
        mustBe("Office", quotes + "x", Reason.BAD_FORMAT, "an office code such as KR-PRES");
        mustBe("Count", quotes + "x", Reason.BAD_FORMAT, "a whole number");
      }
      mustBe("Count", "0", Reason.OUT_OF_RANGE, "1 or more");
      mustBe("Count", "10", Reason.OUT_OF_RANGE, "9 or less");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void characters_are_counted_and_not_their_halves() throws Exception {
    String paper = "\ud83d\udcf0";
    assertThat(broken("Text", "''" + paper.repeat(6))).isEmpty();
    assertThat(broken("Text", "'" + paper.repeat(8))).hasSize(1);
  }

  @Test
  void an_element_of_no_namespace_is_told_from_one_that_must_not_be_there() throws Exception {
    String rule = only("<Ask xmlns='urn:communique:archive:1'><Text xmlns=''>x</Text></Ask>");
    assertThat(rule).contains("of the namespace urn:communique:archive:1");
    String other = only("<Ask xmlns='urn:communique:archive:1'><Poem xmlns=\"urn:it's\"/></Ask>");
    assertThat(other).contains("must not stand here").contains("Text or Kind or Office or Count");
  }

  private static void mustBe(String element, String value, Reason reason, String rule)
      throws Exception {
    List<Violation> broken = broken(element, value);
    assertThat(broken).as(value).hasSize(1);
    assertThat(broken.get(0).reason()).as(value).isEqualTo(reason);
    assertThat(broken.get(0).field()).isEqualTo(element);
    assertThat(broken.get(0).rule()).as(value).isEqualTo("must " + verb(rule) + rule);
    assertThat(broken.get(0).value()).isEqualTo(value);
  }

  private static String verb(String rule) {
    return rule.startsWith("at most") ? "have " : "be ";
  }

  private static String only(String message) throws Exception {
    List<Violation> broken = read(message);
    assertThat(broken).hasSize(1);
    return broken.get(0).rule();
  }

  private static List<Violation> broken(String element, String value) throws Exception {
    return read(
        "<Ask xmlns='urn:communique:archive:1'><%1$s>%2$s</%1$s></Ask>".formatted(element, value));
  }

  private static List<Violation> read(String message) throws Exception {
    XMLStreamReader body =
        XMLInputFactory.newDefaultFactory()
            .createXMLStreamReader(new StringReader("<Body>" + message + "</Body>"));
    body.nextTag();
    body.nextTag();
    ContractReader reader =
        new ContractReader(body, SCHEMA.newValidatorHandler(), Set.of(), Set.of("Ask"));
    while (reader.hasNext()) {
      reader.next();
    }
    return reader.broken();
  }

  private static Schema schema(String text) {
    try {
      return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
          .newSchema(new StreamSource(new StringReader(text)));
    } catch (SAXException e) {
      throw new IllegalStateException("the schema of this test is broken", e);
    }
  }
}
