package communique.soap.originals;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/**
 * Tells which bytes the characters are that a parser has counted: decodes the bytes in the parser's
 * encoding, one by one, so that the decoder never looks ahead. To be asked in the order of the
 * characters.
 */
final class CharacterPlaces {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final ByteBuffer bytes;
  private final CharsetDecoder decoder;
  private final boolean countsMark;
  private final CharBuffer decoded = CharBuffer.allocate(8);
  private boolean begun;
  private long count;
  private char last;

  /**
   * @param countsMark whether the parser counts a byte order mark as a character
   */
  CharacterPlaces(byte[] bytes, Charset encoding, boolean countsMark) {
    this.bytes = ByteBuffer.wrap(bytes).limit(0);
    this.decoder =
        encoding
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    this.countsMark = countsMark;
  }

  /**
   * The place of an element's first byte.
   *
   * @throws Refusal when no element begins there: decoder and parser do not agree
   */
  int start(Extent element) {
    pass(element.start());
    int place = bytes.position();
    pass(element.start() + 1);
    mustBe(last == '<');
    return place;
  }

  /**
   * The place behind an element's last byte.
   *
   * @throws Refusal when no element ends there
   */
  int end(Extent element) {
    pass(element.end());
    mustBe(last == '>');
    return bytes.position();
  }

  private void pass(long characters) {
    while (count < characters && bytes.limit() < bytes.capacity()) {
      bytes.limit(bytes.limit() + 1);
      decoder.decode(bytes, decoded.clear(), false);
      decoded.flip();
      while (decoded.hasRemaining()) {
        last = decoded.get();
        count += begun || countsMark || last != BYTE_ORDER_MARK ? 1 : 0;
        begun = true;
      }
    }
    mustBe(count == characters);
  }

  // A place that is wrong by one byte could leave a password in what is kept.
  private void mustBe(boolean found) {
    if (!found) {
      throw new Refusal(
          Reason.MALFORMED,
          "",
          "must be in an encoding in which its header can be cut out exactly, such as UTF-8",
          decoder.charset().name());
    }
  }
}
