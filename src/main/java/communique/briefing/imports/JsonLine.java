package communique.briefing.imports;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads the bytes of a line as text. */
public final class JsonLine {
  private JsonLine() {}

  /**
   * The text of a line, without a byte order mark.
   *
   * @param bytes null when there are more than a line may have
   * @throws Refusal TOO_LARGE, or MALFORMED when it is not UTF-8
   */
  public static String text(byte @Nullable [] bytes) {
    if (bytes == null) {
      throw new Refusal(
          Reason.TOO_LARGE, "", "must have at most " + LineStream.LONGEST + " bytes", "");
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new Refusal(Reason.MALFORMED, "", "must be UTF-8 (RFC 3629)", "", e);
    }
  }
}
