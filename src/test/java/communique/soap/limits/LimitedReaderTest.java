package communique.soap.limits;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LimitedReaderTest {
  @ParameterizedTest
  @ValueSource(strings = {"<e:Body/>", "<e:Header><a/></e:Header>", "<x/>", "<!-- --><e:Body/>"})
  void nothing_comes_after_the_body(String more) {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> read(envelope(more)));
    assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED);
    assertThat(refusal.rule()).isEqualTo("must have nothing after its Body");
  }

  @Test
  void what_is_called_as_the_envelopes_parts_within_its_body_is_content() throws Exception {
    read(envelope("\n<!-- the end -->\n").replace("<a/>", "<e:Body><e:Header/></e:Body><a/>"));
  }

  private static String envelope(String afterBody) {
    return "<e:Envelope xmlns:e='urn:e'><e:Header><e:Body/></e:Header><e:Body><a/><a/></e:Body>"
        + afterBody
        + "</e:Envelope>";
  }

  private static void read(String envelope) throws XMLStreamException {
    HeaderStream header = new HeaderStream(new ByteArrayInputStream(envelope.getBytes(UTF_8)));
    LimitedReader reader = new LimitedReader(new Parsers().createXMLStreamReader(header), header);
    while (reader.next() != XMLStreamConstants.END_DOCUMENT) {
      // To the end.
    }
  }
}
