package communique.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class SampleMessagesTest {
  private static final Path SAMPLES = Path.of("src/samples");
  private static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final String CONTRACT = "urn:communique:archive:1";

  private static final Pattern PICTURE = Pattern.compile("<xop:Include [^>]*/>");

  static List<Path> messages() {
    try (Stream<Path> all = Files.walk(SAMPLES)) {
      return all.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("messages")
  void a_sample_keeps_to_the_contract(Path message) throws Exception {
    Schema contract =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(Path.of("schemas/soap/archive.xsd").toFile());
    Element body = (Element) parsed(message).getElementsByTagNameNS(ENVELOPE, "Body").item(0);
    Node request = body.getElementsByTagNameNS(CONTRACT, "*").item(0);
    assertThatCode(() -> contract.newValidator().validate(new DOMSource(request)))
        .doesNotThrowAnyException();
  }

  @Test
  void there_are_samples_in_many_languages_and_of_every_kind() throws Exception {
    Set<String> languages = new TreeSet<>();
    Set<String> kinds = new TreeSet<>();
    for (Path message : messages()) {
      Document parsed = parsed(message);
      languages.add(parsed.getElementsByTagNameNS(CONTRACT, "Language").item(0).getTextContent());
      if (parsed.getElementsByTagNameNS(CONTRACT, "Kind").getLength() > 0) {
        kinds.add(parsed.getElementsByTagNameNS(CONTRACT, "Kind").item(0).getTextContent());
      }
    }
    assertThat(languages).containsExactly("ar", "de", "en", "es", "fr", "ja", "ko", "ru");
    assertThat(kinds).hasSize(8);
  }

  private static Document parsed(Path message) throws Exception {
    // A picture that travels beside the message counts as its bytes.
    String whole = PICTURE.matcher(Files.readString(message)).replaceAll("AAAA");
    DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
    parsers.setNamespaceAware(true);
    return parsers
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(whole.getBytes(StandardCharsets.UTF_8)));
  }
}
