package communique.doors.soap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import communique.doors.rest.Pictures;
import communique.doors.soap.SoapClient.Answer;
import communique.support.RunningSystem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Media files of every size come in beside their message, and none of them is held in memory. */
@ExtendWith(RunningSystem.Shared.class)
final class AttachMediaOverSoapIT {
  private static final long MB = 1024 * 1024;
  private static final String PDF = "<ContentType>application/pdf</ContentType>" + Mtom.INCLUDE;
  private static final String PNG = "<ContentType>image/png</ContentType>";

  private final SoapClient client;

  AttachMediaOverSoapIT(RunningSystem system) {
    this.client = new SoapClient(system);
  }

  @Test
  void a_file_of_more_than_two_hundred_megabytes_is_refused_and_nothing_stays() throws Exception {
    String before = client.holdings();
    Answer answer = client.deposit(Mtom.TYPE, pdf(200 * MB + 1));
    assertThat(answer.first("Reason")).isEqualTo("TOO_LARGE");
    assertThat(answer.first("Field")).isEqualTo("Content");
    assertThat(answer.status()).isEqualTo(500);
    assertThat(client.holdings()).isEqualTo(before);
  }

  @Test
  void no_other_message_gets_larger_by_having_its_files_beside_it() throws Exception {
    String before = client.holdings();
    String photo = SoapClient.example("depositBriefing/with-photo.xml");
    Answer deposit = client.deposit(Mtom.TYPE, stream(Mtom.of(photo).root(), 25 * MB));
    assertThat(deposit.first("Reason") + deposit.status()).isEqualTo("TOO_LARGE500");
    // Neither does what comes before the file, nor a file that is no part of its own.
    String root =
        envelope(PDF).replace("<AttachMedia", " ".repeat((int) (25 * MB)) + "<AttachMedia");
    Answer envelope = client.deposit(Mtom.TYPE, stream(root, MB));
    assertThat(envelope.first("Reason") + envelope.status()).isEqualTo("TOO_LARGE500");
    assertThat(client.holdings()).isEqualTo(before);
  }

  @Test
  void a_file_within_the_message_is_kept_and_the_message_is_not() throws Exception {
    Answer kept = client.deposit(SoapClient.example("attachMedia/photo.xml"));
    assertThat(kept.first("Sha256"))
        .isEqualTo("9d12c5e7e051e594d950698e3cec664af203011d764f36fa211041f90e6df245");
    assertThat(kept.first("Width") + "x" + kept.first("Height")).isEqualTo("12x8");
    byte[] large = new byte[(int) (2 * MB)];
    String base64 = Base64.getEncoder().encodeToString(large);
    Answer refused = client.deposit(envelope(PNG + "<Content>" + base64 + "</Content>"));
    assertThat(refused.first("Reason")).isEqualTo("UNKNOWN_VALUE");
    assertThat(refused.first("Field")).isEqualTo("ContentType");
    assertThat(
            client
                .deposit(SoapClient.example("depositBriefing/with-photo-handed-over-before.xml"))
                .first("Version"))
        .isEqualTo("1");
  }

  @Test
  void an_empty_file_and_one_that_is_not_there_are_missed() throws Exception {
    String before = client.holdings();
    for (String content : List.of("", "<Content/>", Mtom.INCLUDE.replace("photo%40", "other%40"))) {
      Answer answer =
          client.deposit(Mtom.TYPE, new Mtom(envelope(PNG + content), Pictures.another()).bytes());
      assertThat(answer.first("Reason")).as(answer.text()).isEqualTo("MISSING");
      assertThat(answer.first("Field")).isEqualTo("Content");
    }
    Answer empty = client.deposit(Mtom.TYPE, new Mtom(envelope(PDF), new byte[0]).bytes());
    assertThat(empty.first("Reason") + empty.first("Field")).isEqualTo("MISSINGContent");
    assertThat(client.holdings()).isEqualTo(before);
  }

  @Test
  void a_file_is_found_behind_another_part() throws Exception {
    byte[] png = Pictures.another();
    String message = new String(new Mtom(envelope(PNG + Mtom.INCLUDE), new byte[0]).bytes(), UTF_8);
    String before = message.substring(0, message.lastIndexOf("--B\r\n"));
    String after = message.substring(before.length(), message.lastIndexOf("\r\n--B--"));
    String other = "--B\r\nContent-Type: text/plain\r\nContent-ID: <other>\r\n\r\nno file\r\n";
    InputStream all =
        Mtom.around((before + other + after).getBytes(UTF_8), new ByteArrayInputStream(png));
    Answer kept = client.deposit(Mtom.TYPE, BodyPublishers.ofInputStream(() -> all));
    assertThat(kept.first("Size")).isEqualTo("" + png.length);
    // The other one is put aside until then, so it must not be as large.
    InputStream larger =
        Mtom.around(
            (before + other.replace("no file", " ".repeat((int) (25 * MB))) + after)
                .getBytes(UTF_8),
            new ByteArrayInputStream(png));
    Answer refused = client.deposit(Mtom.TYPE, BodyPublishers.ofInputStream(() -> larger));
    assertThat(refused.first("Reason") + refused.status()).isEqualTo("TOO_LARGE500");
  }

  @Test
  void a_file_whose_sender_goes_away_leaves_nothing() throws Exception {
    String before = client.holdings();
    InputStream breaking =
        new SequenceInputStream(
            Collections.enumeration(
                List.of(
                    new ByteArrayInputStream(Mtom.begin(envelope(PDF))),
                    new GrowingFile(2 * MB, GrowingFile.ALONE),
                    // Nothing is at its other end: reading fails.
                    new PipedInputStream())));
    assertThatThrownBy(
            () -> client.deposit(Mtom.TYPE, BodyPublishers.ofInputStream(() -> breaking)))
        .isInstanceOf(IOException.class);
    assertThat(client.holdings()).isEqualTo(before);
  }

  private static BodyPublisher pdf(long size) {
    return stream(envelope(PDF), size);
  }

  private static BodyPublisher stream(String root, long size) {
    return BodyPublishers.ofInputStream(
        () -> Mtom.around(Mtom.begin(root), new GrowingFile(size, GrowingFile.ALONE)));
  }

  private static String envelope(String content) {
    return SoapMinistry.envelope("AttachMedia", content);
  }
}
