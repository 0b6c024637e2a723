package communique.doors.soap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.soap.SoapClient.Answer;
import communique.support.RunningSystem;
import java.net.URLEncoder;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages in parts that are not divided as they should be, or name what they do not have. */
@ExtendWith(RunningSystem.Shared.class)
final class PartAttacksOverSoapIT {
  private static final String PHOTO = "Content-ID: <photo@example>";

  private final SoapClient client;
  private final Answers answers = new Answers();
  private String message = "";

  PartAttacksOverSoapIT(RunningSystem system) {
    this.client = new SoapClient(system);
  }

  @BeforeEach
  void a_good_message() throws Exception {
    Mtom mtom = Mtom.of(SoapClient.example("depositBriefing/with-photo.xml"));
    message = new String(mtom.bytes(), ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:%d/x",
        "https://127.0.0.1:%d/x",
        "ftp://127.0.0.1:%d/x",
        "file:///etc/passwd",
        "jar:http://127.0.0.1:%d/x!/y",
        "cid:http://127.0.0.1:%d/x",
        "cid:file:///etc/passwd",
        "mid:other@message/photo@example",
        "cid:",
        "cid:absent@example",
        "cid:%%zz",
        "cid:../photo%%40example",
        "CID:photo%%40example",
        "photo@example",
        ""
      })
  void only_a_part_of_the_same_message_can_be_named(String href) throws Exception {
    try (Sentinel sentinel = new Sentinel()) {
      int port = java.net.URI.create(sentinel.address("http")).getPort();
      String named = String.format(href, port);
      mustBeRefused(message.replace("cid:photo%40example", named));
      assertThat(sentinel.connections()).isZero();
    }
  }

  @Test
  void a_part_is_named_in_the_content_of_a_file_only() throws Exception {
    String include =
        "<xop:Include xmlns:xop=\"http://www.w3.org/2004/08/xop/include\" href=\"cid:photo%40example\"/>";
    mustBeRefused(message.replace("<Language>", "<Language>" + include));
    mustBeRefused(message.replace(include, include + include));
    mustBeRefused(message.replace(include, "x" + include));
  }

  @ParameterizedTest
  @CsvSource({
    "X: %s, 9000, bytes in the header of a part",
    "X: a%s, -20000, bytes in the header of a part",
    "%s, 20000, bytes in the header of a part",
    "Content-ID: <photo@example>%s, 0, once",
    "Content-ID: <root>%s, 0, once",
    "no colon%s, 0, name and a value",
  })
  void the_header_of_a_part_is_limited_folded_or_not(String form, int length, String rule)
      throws Exception {
    String filling = length < 0 ? "\r\n b".repeat(-length) : "b".repeat(length);
    String line = form.replace("%s", filling);
    Answer answer = mustBeRefused(message.replace(PHOTO, PHOTO + "\r\n" + line));
    assertThat(answer.first("Rule")).contains(rule);
  }

  @Test
  void parts_without_number_names_or_end_are_refused() throws Exception {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      many.append("\r\n--B\r\nContent-ID: <p").append(i).append(">\r\n\r\nx");
    }
    assertThat(mustBeRefused(message.replace("\r\n--B--", many + "\r\n--B--")).first("Rule"))
        .contains("210 parts");
    mustBeRefused(message.replace("\r\n--B--", "\r\n--B\r\n" + PHOTO + "\r\n\r\nx\r\n--B--"));
    mustBeRefused(message.replace("\r\n--B--", "\r\n--B\r\n\r\nx\r\n--B--"));
    mustBeRefused(message.replace("--B--", ""));
    mustBeRefused(message.replace("--B--", "--B"));
    mustBeRefused(message + "--B\r\n" + PHOTO + "\r\n\r\nx\r\n--B--");
    mustBeRefused(message.substring(0, message.length() - 60));
  }

  @Test
  void a_message_within_a_part_is_no_message() throws Exception {
    String inner = message.replace("--B", "--C");
    String nested =
        "--B\r\nContent-Type: multipart/related; boundary=C\r\nContent-ID: <root>\r\n\r\n"
            + inner
            + "\r\n--B--\r\n";
    mustBeRefused(nested);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "; boundary=", "; boundary=\"B\"; boundary=\"C\"", "; boundary=a@b"})
  void a_boundary_must_be_one_of_rfc_2046(String boundary) throws Exception {
    String type = Mtom.TYPE.replace("; boundary=\"B\"", boundary);
    mustBeRefused(client.deposit(type, message.getBytes(ISO_8859_1)));
  }

  @Test
  void a_boundary_of_ten_thousand_characters_is_refused() throws Exception {
    String boundary = "B".repeat(10_000);
    String type = Mtom.TYPE.replace("\"B\"", "\"" + boundary + "\"");
    mustBeRefused(client.deposit(type, message.replace("--B", "--" + boundary).getBytes(UTF_8)));
  }

  @Test
  void parts_that_nothing_names_leave_no_files_behind() throws Exception {
    String before = client.holdings();
    String stranger = "\r\n--B\r\nContent-ID: <stranger>\r\n\r\n" + "x".repeat(300_000);
    mustBeRefused(
        message
            .replace("\r\n--B--", stranger + "\r\n--B--")
            .replace("cid:photo%40example", "cid:absent"));
    assertThat(client.holdings()).isEqualTo(before).endsWith(" 0");
    Answer taken =
        client.deposit(
            Mtom.TYPE, message.replace("\r\n--B--", stranger + "\r\n--B--").getBytes(ISO_8859_1));
    assertThat(taken.status()).as(taken.text()).isEqualTo(200);
    assertThat(client.holdings()).endsWith(" 0");
  }

  @Test
  void a_long_korean_file_name_passes_in_every_spelling() throws Exception {
    String name = "대".repeat(246) + ".png";
    String percent = URLEncoder.encode(name, UTF_8);
    String word = "=?UTF-8?B?" + Base64.getEncoder().encodeToString(name.getBytes(UTF_8)) + "?=";
    String raw = new String(name.getBytes(UTF_8), ISO_8859_1);
    for (String disposition :
        new String[] {
          "attachment; filename=\"" + raw + "\"",
          "attachment; filename*=UTF-8''" + percent,
          "attachment;\r\n filename=\"" + word + "\";\r\n filename*=UTF-8''" + percent
        }) {
      Answer answer =
          client.deposit(
              Mtom.TYPE,
              message
                  .replace(PHOTO, PHOTO + "\r\nContent-Disposition: " + disposition)
                  .getBytes(ISO_8859_1));
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }
  }

  private Answer mustBeRefused(String bad) throws Exception {
    return mustBeRefused(client.deposit(Mtom.TYPE, bad.getBytes(ISO_8859_1)));
  }

  private Answer mustBeRefused(Answer answer) {
    answers.mustBlameTheSender(answer);
    return answer;
  }
}
