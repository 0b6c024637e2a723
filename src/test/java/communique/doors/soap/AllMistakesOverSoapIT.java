package communique.doors.soap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import communique.doors.rest.RestClient;
import communique.doors.soap.SoapClient.Answer;
import communique.support.RunningSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Who sends a deposit with several mistakes is told of all at once, whatever the door. */
@ExtendWith(RunningSystem.Shared.class)
final class AllMistakesOverSoapIT {
  /** What the schema sees, and in the middle of it what only the archive's rules see. */
  private static final String XML =
      """
      <s:Envelope xmlns:s="%s"><s:Body><DepositBriefing xmlns="urn:communique:archive:1">
        <Office>x</Office><Kind>poem</Kind>
        <Edition><Language>xx-</Language><Embargo>2030-01-01T00:00:00</Embargo>
        <Content>
          <Headline></Headline><Section> </Section>
          <Issued><Date>2026-02-30</Date></Issued>
          <Bylines><Byline><Name>A</Name><Email>nowhere</Email></Byline>
            <Byline><Name>B</Name><Email>b@x.example</Email></Byline>
            <Byline><Email>c@x.example</Email></Byline></Bylines>
          <Body>
            <Block><Type>heading</Type><Level>7</Level><Text><Span><Text>H</Text></Span></Text></Block>
            <Block><Type>paragraph</Type><Text><Span><Text>P</Text><Link>ftp://x</Link></Span></Text></Block>
            <Block><Type>paragraph</Type><Text><Span><Text> </Text></Span></Text></Block>
          </Body>
          <Media><Placement><Role>poster</Role></Placement></Media>
          <Subjects><Subject>medtop:20000587</Subject><Subject>sport</Subject></Subjects>
          <WebAddress>ftp://x.example</WebAddress>
        </Content></Edition>
      </DepositBriefing></s:Body></s:Envelope>
      """;

  private static final String JSON =
      """
      {"office":"x","kind":"poem","language":"xx-","embargo":"2030-01-01T00:00:00","headline":"",
       "section":" ","issued":{"date":"2026-02-30"},
       "bylines":[{"name":"A","email":"nowhere"},{"name":"B","email":"b@x.example"},
         {"email":"c@x.example"}],
       "body":[{"type":"heading","level":7,"text":[{"text":"H"}]},
         {"type":"paragraph","text":[{"text":"P","link":"ftp://x"}]},
         {"type":"paragraph","text":[{"text":" "}]}],
       "media":[{"role":"poster"}],"subjects":["medtop:20000587","sport"],
       "webAddress":"ftp://x.example"}""";

  private static final Pattern CAPITAL = Pattern.compile("(^|\\.)([A-Z])");

  private final RunningSystem system;
  private final SoapClient soap;

  AllMistakesOverSoapIT(RunningSystem system) {
    this.system = system;
    this.soap = new SoapClient(system);
  }

  @Test
  void a_fault_tells_what_a_problem_tells_for_the_same_mistakes() throws Exception {
    List<String> overRest = overRest();
    assertThat(overRest).hasSizeGreaterThan(12);
    String before = soap.holdings();
    Answer older = soap.deposit(XML.formatted(SoapClient.SOAP11));
    assertThat(older.status()).isEqualTo(500);
    assertThat(older.first("faultcode")).endsWith(":Client");
    assertThat(told(older)).containsExactlyInAnyOrderElementsOf(overRest);
    Answer newer = soap.deposit(SoapClient.XML12, XML.formatted(SoapClient.SOAP12).getBytes(UTF_8));
    assertThat(newer.status()).isEqualTo(400);
    assertThat(newer.first("Code")).endsWith(":Sender");
    assertThat(told(newer)).containsExactlyInAnyOrderElementsOf(overRest);
    assertThat(soap.holdings()).isEqualTo(before);
  }

  @Test
  void each_mistake_is_told_with_its_element_its_rule_and_its_value() throws Exception {
    Answer answer = soap.deposit(XML.formatted(SoapClient.SOAP11));
    List<Element> violations = violations(answer);
    assertThat(violations)
        .allSatisfy(each -> assertThat(text(each, "Rule")).isNotBlank().doesNotContain("cvc-"));
    Element first = violations.get(0);
    for (String part : List.of("Reason", "Field", "Rule", "Value")) {
      assertThat(answer.first(part)).isEqualTo(text(first, part));
    }
    assertThat(
            violations.stream()
                .map(each -> text(each, "Field") + " " + text(each, "Value"))
                .toList())
        .contains(
            "Office x",
            "Kind poem",
            "Edition.Language xx-",
            "Edition.Embargo 2030-01-01T00:00:00",
            "Edition.Content.Headline ",
            "Edition.Content.Bylines[0].Email nowhere",
            "Edition.Content.Bylines[2].Name ",
            "Edition.Content.Body[0].Level 7",
            "Edition.Content.Subjects[1] sport");
  }

  @Test
  void of_a_message_full_of_mistakes_a_hundred_are_told() throws Exception {
    String byline = "<Byline><Name></Name></Byline>";
    Answer answer =
        soap.deposit(
            XML.formatted(SoapClient.SOAP11)
                .replace("<Bylines>", "<Bylines>" + byline.repeat(400)));
    assertThat(violations(answer)).hasSize(100);
  }

  @Test
  void what_is_absent_or_broken_beyond_reading_is_refused_and_not_a_failure() throws Exception {
    for (String empty :
        List.of(
            "<Office/><Kind/><Edition/>",
            "<Kind>release</Kind>",
            "<Office>XV-PRES</Office><Kind>release</Kind><EventDate>2026</EventDate>"
                + "<Edition><Language/><Embargo>soon</Embargo><Content><Issued><Date>2026-01</Date>"
                + "<Time>25</Time><Zone>x</Zone></Issued><Bylines><Byline/></Bylines><Contact/>"
                + "<Body><Block/><Block><Type>list</Type><Items><Item><Span/></Item></Items></Block>"
                + "<Block><Type>illustration</Type><Placement>x</Placement></Block></Body>"
                + "<Media><Placement><File/></Placement></Media><Mentions><Mention/></Mentions>"
                + "<Places><Place/></Places></Content></Edition>")) {
      Answer answer =
          soap.deposit(
              "<s:Envelope xmlns:s='%s'><s:Body><DepositBriefing xmlns='urn:communique:archive:1'>%s</DepositBriefing></s:Body></s:Envelope>"
                  .formatted(SoapClient.SOAP11, empty));
      assertThat(answer.first("faultcode")).as(answer.text()).endsWith(":Client");
      assertThat(violations(answer)).hasSizeGreaterThan(1);
    }
  }

  private List<String> overRest() throws Exception {
    String problem = RestClient.as("xv-depositor", system).post("briefings", JSON).body();
    List<String> told = new ArrayList<>();
    for (JsonNode each : new ObjectMapper().readTree(problem).get("violations")) {
      told.add(each.get("field").asText() + " " + each.get("reason").asText());
    }
    return told;
  }

  /** Fields and reasons, in the words of REST. */
  private static List<String> told(Answer answer) {
    return violations(answer).stream()
        .map(each -> inRest(text(each, "Field")) + " " + text(each, "Reason"))
        .toList();
  }

  private static String inRest(String path) {
    return CAPITAL
        .matcher(path.replace("Edition.Content.", "").replace("Edition.", ""))
        .replaceAll(found -> found.group(1) + found.group(2).toLowerCase(Locale.ROOT));
  }

  private static List<Element> violations(Answer answer) {
    NodeList found = answer.xml().getElementsByTagNameNS("urn:communique:archive:1", "Violation");
    List<Element> all = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      all.add((Element) found.item(i));
    }
    return all;
  }

  private static String text(Element violation, String part) {
    return violation.getElementsByTagNameNS("*", part).item(0).getTextContent();
  }
}
