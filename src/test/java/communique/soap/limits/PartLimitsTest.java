package communique.soap.limits;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PartLimitsTest {
  private static final String TYPE = "multipart/related; boundary=\"==b\"; start=\"<root>\"";
  private static final String ROOT =
      "--==b\r\nContent-Type: application/xop+xml\r\nContent-ID: <root>\r\n\r\n<a/>\r\n";
  private static final String END = "--==b--\r\n";

  @Test
  void bytes_come_through_as_they_are_however_they_are_read() throws IOException {
    byte[] photo = new byte[50_000];
    new Random(7).nextBytes(photo);
    String message =
        ROOT + part("Content-ID: <p@x>", new String(photo, ISO_8859_1) + "\r\n--==\r\n-") + END;
    byte[] bytes = message.getBytes(ISO_8859_1);
    assertThat(limits(bytes).readAllBytes()).isEqualTo(bytes);
    try (InputStream in = limits(bytes)) {
      for (byte each : bytes) {
        assertThat((byte) in.read()).isEqualTo(each);
      }
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  @Test
  void a_file_name_of_250_korean_characters_passes_in_all_its_spellings() throws IOException {
    String name = "대".repeat(246) + ".jpg";
    String percent = URLEncoder.encode(name, UTF_8);
    StringBuilder folded = new StringBuilder();
    for (int i = 0; i * 60 < percent.length(); i++) {
      String piece = percent.substring(i * 60, Math.min(percent.length(), i * 60 + 60));
      folded.append(";\r\n filename*%d*=%s%s".formatted(i, i == 0 ? "UTF-8''" : "", piece));
    }
    String word = "=?UTF-8?B?" + Base64.getEncoder().encodeToString(name.getBytes(UTF_8)) + "?=";
    for (String disposition :
        new String[] {
          "filename=\"" + name + "\"",
          "filename*=UTF-8''" + percent,
          "filename=\"x\"" + folded,
          "filename=\"" + word + "\"; filename*=UTF-8''" + percent
        }) {
      String header =
          "Content-Type: image/jpeg; name=\"%s\"\r\nContent-ID: <p>\r\n".formatted(word)
              + "Content-Disposition: attachment; "
              + disposition;
      byte[] message = (ROOT + part(header, "x") + END).getBytes(UTF_8);
      assertThat(limits(message).readAllBytes()).isEqualTo(message);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/related",
        "multipart/related; boundary=\"\"",
        "multipart/related; boundary=\"a\"; boundary=b",
        "multipart/related; boundary=\"a b \"",
        "multipart/related; boundary=a@b",
      })
  void a_content_type_without_one_good_boundary_is_refused(String type) {
    assertThat(catchThrowableOfType(Refusal.class, () -> PartLimits.of(in(""), type)).rule())
        .contains("one boundary");
  }

  @Test
  void a_boundary_is_spelled_as_the_reader_after_this_one_looks_for_it() {
    assertThat(PartLimits.spelled("Multipart/Related; Boundary = abc ; type=\"text/xml\""))
        .startsWith("multipart/related; boundary=\"abc\"")
        .contains("type=\"text/xml\"");
  }

  @Test
  void a_message_that_does_not_end_or_goes_on_is_refused() {
    assertThat(refused(ROOT).rule()).contains("last boundary");
    assertThat(refused("").rule()).contains("last boundary");
    assertThat(refused(ROOT + END + "--==b\r\n\r\nmore").rule()).contains("last boundary");
    assertThat(refused(ROOT + END + " ".repeat(2_000)).reason()).isEqualTo(Reason.TOO_LARGE);
    assertThat(refused(" ".repeat(2_000) + ROOT).reason()).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void a_boundary_stands_on_a_line_of_its_own() {
    assertThat(refused(ROOT + part("Content-ID: <p>", "x--==by") + END).rule()).contains("between");
    assertThat(refused(ROOT + part("Content-ID: <p>", "x\n--==b\n") + END).rule())
        .contains("between");
    assertThat(refused(ROOT + part("Content-ID: <p>", "x\r\n--==bb\r\n") + END).rule())
        .contains("between");
    assertThat(refused(ROOT.replace("\r\n", "\n")).rule()).contains("CR");
  }

  @Test
  void more_parts_than_a_briefing_can_have_are_refused() {
    StringBuilder many = new StringBuilder(ROOT);
    for (int i = 0; i < PartLimits.MOST_PARTS; i++) {
      many.append(part("Content-ID: <p" + i + ">", "x"));
    }
    Refusal refusal = refused(many + END);
    assertThat(refusal.reason()).isEqualTo(Reason.TOO_LARGE);
    assertThat(refusal.rule()).contains("210 parts");
  }

  @Test
  void each_part_has_a_name_of_its_own() {
    assertThat(refused(ROOT + part("Content-Type: image/png", "x") + END).rule())
        .contains("Content-ID at each");
    assertThat(refused(ROOT + part("Content-ID: <root>", "x") + END).rule()).contains("its own");
    String at = part("Content-ID: <p@x>", "x");
    assertThat(refused(ROOT + at + at.replace("@", "%40") + END).rule()).contains("its own");
    assertThat(refused(ROOT + part("Content-ID: <%zz>", "x") + END).rule()).contains("such as");
    assertThat(refused(ROOT + part("Content-ID: <", "x") + END).rule()).contains("such as");
  }

  @Test
  void a_part_that_says_it_is_base64_is_base64() throws IOException {
    String header = "Content-ID: <p@x>\r\nContent-Transfer-Encoding: BASE64";
    byte[] good =
        (ROOT + part(header, "AAAA\r\nAA==") + part("Content-ID: <q>", "-!") + END).getBytes(UTF_8);
    assertThat(limits(good).readAllBytes()).isEqualTo(good);
    for (String bad : new String[] {"AA!A", "AAA", "AAAA\r\n--=AAAA", "AAAA-AAA", "AA==AAAA"}) {
      Refusal refusal = refused(ROOT + part(header, bad) + END);
      assertThat(refusal.reason()).as(bad).isEqualTo(Reason.BAD_FORMAT);
      assertThat(refusal.field()).isEqualTo("cid:p@x");
    }
  }

  @Test
  void what_comes_before_broken_base64_can_be_read() throws IOException {
    String header = "Content-ID: <p>\r\nContent-Transfer-Encoding: base64";
    try (InputStream in = limits((ROOT + part(header, "AA!A") + END).getBytes(UTF_8))) {
      assertThat(in.readNBytes(ROOT.length())).isEqualTo(ROOT.getBytes(UTF_8));
      for (int i = 0; i < 2; i++) {
        IOException failure = catchThrowableOfType(IOException.class, in::readAllBytes);
        assertThat(failure).hasCauseInstanceOf(Refusal.class);
      }
    }
  }

  @Test
  void the_envelope_comes_first() {
    String other = part("Content-ID: <other>", "<b/>");
    assertThat(refused(other + ROOT + END).rule()).contains("start");
  }

  @Test
  void the_header_of_a_part_is_short_however_it_is_divided() {
    String lines = "\r\n x".repeat(10_000);
    String[] tooLarge = {
      "Content-ID: <p>\r\nX: " + "x".repeat(9_000),
      "Content-ID: <p>\r\nX: " + lines,
      "Content-ID: <p>\r\n" + fields(33),
      "Content-ID: <p>\r\n" + "x".repeat(100_000)
    };
    for (String header : tooLarge) {
      assertThat(refused(ROOT + part(header, "x") + END).reason()).isEqualTo(Reason.TOO_LARGE);
    }
    String[] malformed = {
      "Content-ID: <p>\r\nContent-id: <q>",
      "Content-ID: <p>\r\nContent-Type: a/b\r\nCONTENT-TYPE: c/d",
      " Content-ID: <p>",
      "Content-ID: <p>\r\nwithout",
      "Content-ID: <p>\r\n: value",
      "Content-ID: <p>\rX: y",
      "Content-ID: <p>\nX: y",
      "Content-ID: <p\0>"
    };
    for (String header : malformed) {
      assertThat(refused(ROOT + part(header, "x") + END).reason()).isEqualTo(Reason.MALFORMED);
    }
  }

  private static String fields(int count) {
    StringBuilder fields = new StringBuilder("X: y");
    for (int i = 0; i < count; i++) {
      fields.append("\r\nX").append(i).append(": y");
    }
    return fields.toString();
  }

  private static String part(String header, String content) {
    return "--==b\r\n" + header + "\r\n\r\n" + content + "\r\n";
  }

  private static Refusal refused(String message) {
    IOException failure =
        catchThrowableOfType(
            IOException.class, () -> limits(message.getBytes(UTF_8)).readAllBytes());
    return (Refusal) Objects.requireNonNull(failure.getCause());
  }

  private static PartLimits limits(byte[] message) {
    return PartLimits.of(new ByteArrayInputStream(message), TYPE);
  }

  private static InputStream in(String message) {
    return new ByteArrayInputStream(message.getBytes(UTF_8));
  }
}
