package communique.soap.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.apache.cxf.staxutils.StaxUtils;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class TranscriptTest {
  private static final String XSI = " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'";

  /** The types of the contract whose values say nothing of what a text says. */
  private static final Set<String> CODES =
      Set.of(
          "tns:Kind",
          "tns:Significance",
          "tns:NoticeState",
          "tns:BlockType",
          "tns:Emphasis",
          "tns:PlacementRole",
          "tns:MentionRole",
          "tns:Identity",
          "tns:OfficeCode",
          "tns:LanguageTag",
          "tns:CountryCode",
          "tns:MediaTopic",
          "tns:Sha256",
          "tns:Instant",
          "tns:TimeOfDay",
          "tns:Offset",
          "tns:Count",
          "tns:HeadingLevel",
          "xs:date",
          "xs:dateTime",
          "xs:boolean",
          "xs:int",
          "xs:long");

  @Test
  void of_texts_only_the_length_is_left_and_codes_stay() throws Exception {
    assertThat(
            noted(
                """
                <DepositBriefing xmlns='urn:communique:archive:1'>
                  <Office>KR-PRES</Office><EventDate>2025-07-23</EventDate>
                  <Edition><Content><Headline>Twelve signs</Headline>
                    <Body><Block><Text><Span><Text>a &amp; <![CDATA[<b>]]></Text></Span></Text></Block></Body>
                  </Content></Edition>
                </DepositBriefing>"""))
        .isEqualTo(
            """
            <DepositBriefing xmlns="urn:communique:archive:1">
              <Office>KR-PRES</Office>
              <EventDate>2025-07-23</EventDate>
              <Edition>
                <Content>
                  <Headline>[12 characters]</Headline>
                  <Body>
                    <Block>
                      <Text>
                        <Span>
                          <Text>[7 characters]</Text>
                        </Span>
                      </Text>
                    </Block>
                  </Body>
                </Content>
              </Edition>
            </DepositBriefing>""");
  }

  @Test
  void a_text_that_strayed_into_a_code_or_between_elements_is_not_shown() throws Exception {
    assertThat(
            noted(
                "<GetBriefing>Peace <BriefingId>peace in our time</BriefingId><Kind>%s</Kind>now</GetBriefing>"
                    .formatted("p".repeat(65))))
        .contains("[6 characters]", "[17 characters]", "[65 characters]", "[3 characters]")
        .doesNotContainIgnoringCase("peace", "now", "pp");
  }

  @Test
  void of_attributes_only_the_type_is_left_and_neither_comments_nor_instructions()
      throws Exception {
    assertThat(
            noted(
                "<Kind"
                    + XSI
                    + " xsi:type='a:Kind' xmlns:a='urn:x' secret='s1'><!-- s2 --><?s3 s4?>speech</Kind>"))
        .isEqualTo("<Kind xmlns=\"\" xsi:type=\"a:Kind\">speech</Kind>");
  }

  @Test
  void an_element_that_the_contract_does_not_have_may_be_a_piece_of_a_text() throws Exception {
    assertThat(noted("<GetBriefing><peace/><briefingid>1</briefingid></GetBriefing>"))
        .isEqualTo(
            """
            <GetBriefing xmlns="">
              <unknown></unknown>
              <briefingid>[1 characters]</briefingid>
            </GetBriefing>""");
  }

  @Test
  void a_client_cannot_say_what_only_the_archive_says() throws Exception {
    assertThat(noted("<Refusal><Rule>peace</Rule><Reason>peace</Reason></Refusal>"))
        .doesNotContain("peace");
  }

  @Test
  void what_is_not_well_formed_is_shown_up_to_its_mistake() {
    Transcript notes = Transcript.ofRequest();
    assertThatThrownBy(
            () ->
                read(
                    "<GetBriefing>\n<Kind>speech</Kind>\n<Headline>A secret <b</Headline></GetBriefing>",
                    notes))
        .isInstanceOf(XMLStreamException.class);
    assertThat(notes.toString())
        .contains("<Kind>speech</Kind>", "[not readable from line 3, column ")
        .doesNotContain("secret");
  }

  @Test
  void a_long_message_is_cut_off() throws Exception {
    String many = "<GetBriefing>" + "<Kind>speech</Kind>".repeat(9_000) + "</GetBriefing>";
    assertThat(noted(many)).hasSizeLessThanOrEqualTo(Transcript.MOST).endsWith("[cut off here]");
    assertThat(noted("<Content>" + "QUJD".repeat(500_000) + "</Content>"))
        .contains("[2000000 characters]");
  }

  @Test
  void of_a_fault_all_is_left_but_the_value() throws Exception {
    Transcript notes = Transcript.ofAnswer();
    XMLStreamWriter writer =
        new NotingWriter(StaxUtils.createXMLStreamWriter(new StringWriter()), notes);
    StaxUtils.copy(
        reader(
            """
            <s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Header><a>sealed</a></s:Header>
            <s:Body><s:Fault><faultcode>s:Client</faultcode><faultstring>Edition.peace: no</faultstring><detail>
            <Refusal xmlns='urn:communique:archive:1'><Reason>TOO_LONG</Reason><Field>Edition.Content.Body[2].peace.평화</Field>
            <Rule>must have &lt; 5 characters</Rule><Value>peace in our time</Value><ReferenceNumber>1a2b</ReferenceNumber>
            </Refusal></detail></s:Fault></s:Body></s:Envelope>"""),
        writer);
    assertThat(notes.toString())
        .contains(
            "<Reason>TOO_LONG</Reason>",
            "<Field>Edition.Content.Body[2].unknown.unknown</Field>",
            "<Rule>must have &lt; 5 characters</Rule>",
            "<Value>[17 characters]</Value>",
            "<ReferenceNumber>1a2b</ReferenceNumber>")
        .doesNotContain("peace", "sealed", "평화");
  }

  @Test
  void what_is_shown_are_all_the_codes_of_the_contract_and_nothing_else() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Document schema =
        factory.newDocumentBuilder().parse(Path.of("schemas/soap/archive.xsd").toFile());
    Set<String> structures = new HashSet<>();
    for (Element type : all(schema, "complexType")) {
      structures.add("tns:" + type.getAttribute("name"));
    }
    Map<String, Set<String>> types = new HashMap<>();
    for (Element element : all(schema, "element")) {
      String type = element.getAttribute("type");
      if (!structures.contains(type) && !type.isEmpty()) {
        types.computeIfAbsent(element.getAttribute("name"), name -> new HashSet<>()).add(type);
      }
    }
    Set<String> codes = new TreeSet<>();
    types.forEach(
        (name, of) -> {
          if (CODES.containsAll(of)) {
            codes.add(name);
          }
        });
    assertThat(new TreeSet<>(Shown.CODES)).isEqualTo(codes);
  }

  private static Set<Element> all(Document schema, String name) {
    NodeList found = schema.getElementsByTagNameNS(XMLConstants.W3C_XML_SCHEMA_NS_URI, name);
    Set<Element> all = new HashSet<>();
    for (int i = 0; i < found.getLength(); i++) {
      all.add((Element) found.item(i));
    }
    return all;
  }

  private static String noted(String body) throws XMLStreamException {
    Transcript notes = Transcript.ofRequest();
    read(body, notes);
    return notes.toString();
  }

  private static void read(String body, Transcript notes) throws XMLStreamException {
    XMLStreamReader reader = reader(body);
    reader.nextTag();
    NotingReader noting = new NotingReader(reader, notes);
    while (noting.hasNext()) {
      noting.next();
    }
  }

  private static XMLStreamReader reader(String text) {
    return StaxUtils.createXMLStreamReader(new StringReader(text));
  }
}
