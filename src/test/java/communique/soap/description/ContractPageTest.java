package communique.soap.description;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page says all that the contract says. */
class ContractPageTest {
  private static final Path FOLDER = Path.of("schemas/soap");

  @Test
  void every_operation_type_and_element_is_there_with_what_is_said_of_it() throws Exception {
    String schema = used(read("archive.xsd"));
    String page = page(read("archive.xsd"));
    for (String contract : Set.of(schema, read("deposit.wsdl"), read("retrieval.wsdl"))) {
      for (String said : found("documentation>([^<]+)<", contract)) {
        // What an operation and its request both begin with is said once, and may go on.
        String text = said.replaceAll("Example: .*", "").strip().replaceFirst("\\.$", "");
        // Which request an answer answers is seen by its place.
        assertThat(page.contains(text) || text.startsWith("Answers ")).as(text).isTrue();
      }
    }
    for (String example : found("Example: ([^<]+)<", schema)) {
      assertThat(page).contains("<code>" + example + "</code>");
    }
    for (String value : found("enumeration value=\"([^\"]+)\"", schema)) {
      assertThat(page).contains("<code>" + value + "</code>");
    }
    for (String name : found("wsdl:operation name=\"([^\"]+)\"", read("retrieval.wsdl"))) {
      assertThat(page).contains("<h3 id=\"" + name + "\">");
    }
  }

  @Test
  void every_operation_has_the_message_of_an_example_and_says_what_it_does_once() throws Exception {
    String page = page(read("archive.xsd"));
    for (String service : Set.of("deposit.wsdl", "retrieval.wsdl")) {
      for (String name : found("wsdl:operation name=\"([^\"]+)\"", read(service))) {
        assertThat(page).contains("&lt;" + name + " xmlns=\"urn:communique:archive:1\"");
      }
    }
    assertThat(page)
        .containsOnlyOnce("Hands over a further version of an edition")
        .contains("<summary>An example, in SOAP 1.1</summary><pre>&lt;?xml");
  }

  @Test
  void an_element_without_an_example_of_its_own_has_that_of_its_type() throws Exception {
    assertThat(page(read("archive.xsd")))
        .containsPattern(
            "The briefing's identity, from its receipt\\."
                + " Example: <code>01982f6a-5f3e-7cc1-8a52-0f6e3a9d2b11</code>");
  }

  @Test
  void every_link_within_leads_somewhere_and_nothing_is_run() throws Exception {
    String page = page(read("archive.xsd"));
    Set<String> places = found("id=\"([^\"]+)\"", page);
    assertThat(places).containsAll(found("href=\"#([^\"]+)\"", page));
    assertThat(page).doesNotContain("<script", "style=", "onclick");
  }

  @Test
  void what_the_contract_says_cannot_become_markup() throws Exception {
    String page =
        page(
            read("archive.xsd")
                .replace("A UUID (RFC 9562).", "A &lt;script&gt;UUID&lt;/script&gt;."));
    assertThat(page).contains("A &lt;script&gt;UUID").doesNotContain("<script");
  }

  /** The schema without elements that are of no service. */
  private static String used(String schema) throws IOException {
    Set<String> operations = found("wsdl:operation name=\"([^\"]+)\"", read("retrieval.wsdl"));
    operations.addAll(found("wsdl:operation name=\"([^\"]+)\"", read("deposit.wsdl")));
    return Pattern.compile("(?s)  <xs:element name=\"(\\w+)\".*?\\n  </xs:element>")
        .matcher(schema)
        .replaceAll(
            each ->
                operations.contains(each.group(1).replaceFirst("Response$", ""))
                    ? Matcher.quoteReplacement(each.group())
                    : "");
  }

  private static String page(String schema) throws IOException {
    Map<String, String> wsdls =
        Map.of("deposit", read("deposit.wsdl"), "retrieval", read("retrieval.wsdl"));
    return new String(new ContractPage(schema, wsdls).html(), UTF_8);
  }

  private static Set<String> found(String pattern, String text) {
    Set<String> found = new TreeSet<>();
    for (Matcher each = Pattern.compile(pattern).matcher(text); each.find(); ) {
      found.add(each.group(1));
    }
    return found;
  }

  private static String read(String name) throws IOException {
    return Files.readString(FOLDER.resolve(name));
  }
}
