package communique.soap.faults;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import org.apache.cxf.attachment.QuotedPrintableDecoderStream;
import org.apache.cxf.interceptor.Fault;
import org.junit.jupiter.api.Test;

final class ClientMistakeTest {
  @Test
  void a_full_disk_is_not_the_clients_mistake() {
    assertThat(reason(new IOException("No space left on device")))
        .isEqualTo(Reason.RECORD_UNAVAILABLE);
    assertThat(reason(new NoSuchFileException("/tmp/part"))).isEqualTo(Reason.RECORD_UNAVAILABLE);
  }

  @Test
  void a_message_that_breaks_off_is() {
    Refusal said = new Refusal(Reason.MALFORMED, "", "must come to its end", "");
    assertThat(reason(new IOException("Connection reset", said))).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void so_is_one_that_is_not_in_the_encoding_that_it_says() {
    assertThat(reason(new CharConversionException("Invalid UTF-8"))).isEqualTo(Reason.MALFORMED);
    Throwable undecoded =
        catchThrowable(
            () ->
                new QuotedPrintableDecoderStream(new ByteArrayInputStream("=xy".getBytes(US_ASCII)))
                    .readAllBytes());
    assertThat(reason(undecoded)).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void what_fails_once_a_message_was_read_is_the_servers() {
    assertThat(ClientMistake.of(new Fault(new IOException("Broken pipe")), true)).isNull();
  }

  private static Reason reason(Throwable failure) {
    return Objects.requireNonNull(ClientMistake.of(new RuntimeException(failure), false)).reason();
  }
}
