package communique.doors.soap;

import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.soap.SoapClient.Answer;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** Holds answers against SOAP and the contract. */
final class Answers {
  private static final Path CONTRACT = Path.of("schemas/soap/archive.xsd");

  private final Schema schema;

  Answers() {
    SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    try {
      this.schema =
          factory.newSchema(
              new Source[] {
                new StreamSource(CONTRACT.toFile()),
                new StreamSource(own("envelope11.xsd").toString()),
                new StreamSource(own("envelope12.xsd").toString())
              });
    } catch (SAXException e) {
      throw new IllegalStateException("a schema of the tests is broken", e);
    }
  }

  /** Demands that an answer keeps to SOAP and the contract, and tells nothing of what runs here. */
  void mustBeSound(Answer answer) {
    assertThat(answer.text())
        .doesNotContain("Exception", "communique.", "org.apache", "java.", "\tat ", "com.ctc");
    assertThat(answer.contentType()).contains("UTF-8");
    try {
      schema.newValidator().validate(new DOMSource(answer.xml()));
    } catch (SAXException | IOException e) {
      throw new AssertionError(e.getMessage() + " in " + answer.text(), e);
    }
    if (answer.has("Fault")) {
      assertThat(answer.first("ReferenceNumber")).matches("[0-9A-F]{12}");
      assertThat(answer.first("Rule")).isNotEmpty();
    }
  }

  /** Demands a fault that blames whoever sent the request. */
  void mustBlameTheSender(Answer answer) {
    mustBeSound(answer);
    assertThat(answer.status()).as(answer.text()).isBetween(400, 500);
    assertThat(answer.first("Reason")).as(answer.text()).isNotEqualTo("FAILED");
    String code = answer.has("faultcode") ? answer.first("faultcode") : answer.soap("Value");
    assertThat(code).matches("\\w+:(Client|Sender|VersionMismatch|MustUnderstand)");
  }

  private static URL own(String name) {
    return Objects.requireNonNull(Answers.class.getResource(name), name);
  }
}
