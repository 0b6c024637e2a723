package communique.soap.originals;

import communique.briefing.Original;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.apache.cxf.io.CachedOutputStream;

/**
 * A copy of a message, made while it passes by. Up to its body it stays in memory, where its header
 * is read anyway, so that no password comes onto the disk; from there on, what is large goes to a
 * temporary file, which closing deletes.
 */
final class MessageCopy implements AutoCloseable {
  private static final int MOST_IN_MEMORY = 64 * 1024;

  private final String type;
  private final CachedOutputStream kept = new CachedOutputStream(MOST_IN_MEMORY);
  private ByteArrayOutputStream before = new ByteArrayOutputStream();
  private boolean begun;
  private boolean dropped;

  /**
   * @param type the message's media type
   */
  MessageCopy(String type) {
    this.type = type;
  }

  /** The same stream; what is read from it is copied. */
  InputStream of(InputStream in) {
    return new Copying(in);
  }

  /**
   * Says that the body begins: of what was copied so far, all but some elements is kept.
   *
   * @param without in their order
   * @param places finds the elements in the bytes that were copied
   */
  void begin(List<Extent> without, Function<byte[], CharacterPlaces> places) {
    byte[] read = before.toByteArray();
    before = new ByteArrayOutputStream(0);
    begun = true;
    int done = 0;
    if (!without.isEmpty()) {
      CharacterPlaces found = places.apply(read);
      for (Extent each : without) {
        add(read, done, found.start(each) - done);
        done = found.end(each);
      }
    }
    add(read, done, read.length - done);
  }

  /** Says that no copy is needed: nothing more is kept, nor what was. */
  void drop() {
    dropped = true;
    close();
  }

  /**
   * The message without its header, when it has been read to its end.
   *
   * @throws Refusal when it has no body
   */
  Original original() {
    if (!begun) {
      throw new Refusal(Reason.MALFORMED, "", "must have its Body in its Envelope", "");
    }
    byte[] bytes = new byte[Math.toIntExact(kept.size())];
    try (InputStream in = kept.getInputStream()) {
      in.readNBytes(bytes, 0, bytes.length);
      return new Original(type, bytes);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public void close() {
    try {
      kept.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the copy of a message could not be dropped", e);
    }
  }

  private void add(byte[] bytes, int offset, int length) {
    if (dropped) {
      return;
    }
    try {
      (begun ? kept : before).write(bytes, offset, length);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  // Not for the parser to see as a mistake of the client's.
  private static Refusal failed(IOException e) {
    return new Refusal(
        Reason.RECORD_UNAVAILABLE, "", "must be sent again later: it cannot be copied now", "", e);
  }

  private final class Copying extends InputStream {
    private final InputStream in;

    Copying(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      int read = in.read(to, offset, length);
      if (read > 0) {
        add(to, offset, read);
      }
      return read;
    }

    @Override
    public int available() throws IOException {
      return in.available();
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
