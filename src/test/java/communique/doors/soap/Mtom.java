package communique.doors.soap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
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

  /** What comes after them. */
  static final byte[] END = "\r\n--B--\r\n".getBytes(UTF_8);

  private static final Pattern CONTENT = Pattern.compile("(?s)<Content>(iVBO[^<]*)</Content>");

  /** Says that the content is the part beside the envelope. */
  static final String INCLUDE =
      "<Content><xop:Include xmlns:xop=\"http://www.w3.org/2004/08/xop/include\""
          + " href=\"cid:photo%40example\"/></Content>";

  /** What AttachMedia has in it when the file is beside it. */
  static String attachment(String type, String sha256) {
    return "<ContentType>" + type + "</ContentType><Sha256>" + sha256 + "</Sha256>" + INCLUDE;
  }

  /** Takes the PNG out of a message that has it in base64. */
  static Mtom of(String message) {
    Matcher found = CONTENT.matcher(message);
    assertThat(found.find()).isTrue();
    return new Mtom(found.replaceFirst(INCLUDE), Base64.getDecoder().decode(found.group(1)));
  }

  byte[] bytes() throws IOException {
    ByteArrayOutputStream parts = new ByteArrayOutputStream();
    parts.write(begin(root));
    parts.write(photo);
    parts.write(END);
    return parts.toByteArray();
  }

  /** The same as it is sent, around a file that need not be held. */
  static InputStream around(byte[] begin, InputStream file) {
    return new SequenceInputStream(
        Collections.enumeration(
            List.of(new ByteArrayInputStream(begin), file, new ByteArrayInputStream(END))));
  }

  /** All that comes before the bytes of the file. */
  static byte[] begin(String root) {
    return ("--B\r\nContent-Type: application/xop+xml; charset=UTF-8; type=\"text/xml\"\r\n"
            + "Content-ID: <root>\r\n\r\n"
            + root
            + "\r\n--B\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: binary\r\n"
            + "Content-ID: <photo@example>\r\n\r\n")
        .getBytes(UTF_8);
  }
}
