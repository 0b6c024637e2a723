package communique.doors.soap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message with its photo beside it.
 *
 * @param root the part with the envelope, as UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
record Mtom(String root, byte[] photo) {
  static final String TYPE =
      "multipart/related; type=\"application/xop+xml\"; start=\"<root>\";"
          + " start-info=\"text/xml\"; boundary=\"B\"";

  private static final Pattern CONTENT = Pattern.compile("(?s)<Content>(iVBO[^<]*)</Content>");
  private static final String INCLUDE =
      "<Content><xop:Include xmlns:xop=\"http://www.w3.org/2004/08/xop/include\""
          + " href=\"cid:photo%40example\"/></Content>";

  /** Takes the PNG out of a message that has it in base64. */
  static Mtom of(String message) {
    Matcher found = CONTENT.matcher(message);
    assertThat(found.find()).isTrue();
    return new Mtom(found.replaceFirst(INCLUDE), Base64.getDecoder().decode(found.group(1)));
  }

  byte[] bytes() throws IOException {
    ByteArrayOutputStream parts = new ByteArrayOutputStream();
    parts.write(
        ("--B\r\nContent-Type: application/xop+xml; charset=UTF-8; type=\"text/xml\"\r\n"
                + "Content-ID: <root>\r\n\r\n"
                + root
                + "\r\n--B\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: binary\r\n"
                + "Content-ID: <photo@example>\r\n\r\n")
            .getBytes(UTF_8));
    parts.write(photo);
    parts.write("\r\n--B--\r\n".getBytes(UTF_8));
    return parts.toByteArray();
  }
}
