package communique.soap.files;

import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A content with its type and size, to be read as often as needed.
 *
 * @param type its media type
 * @param size in bytes
 * @param source opens it
 */
public record Content(String type, long size, Source source) implements DataSource {
  static final Content NOTHING =
      new Content("application/octet-stream", 0, InputStream::nullInputStream);

  /** A file of the store. */
  public static Content of(String type, long size, Path file) {
    return new Content(type, size, () -> Files.newInputStream(file));
  }

  /** What is in memory already. */
  public static Content of(String type, byte[] bytes) {
    return new Content(type, bytes.length, () -> new ByteArrayInputStream(bytes));
  }

  /**
   * Has it sent with the answer to the request that this thread works on.
   *
   * @param address where it can be fetched by HTTP, too
   * @throws communique.briefing.Refusal TOO_LARGE when it does not fit into the answer
   */
  public DataHandler answer(String address) {
    return SentContent.toRequest(this, address);
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return source.open();
  }

  @Override
  public OutputStream getOutputStream() {
    throw new UnsupportedOperationException("what is kept is never changed");
  }

  @Override
  public String getContentType() {
    return type;
  }

  @Override
  public String getName() {
    return "";
  }

  /** Opens a content. */
  @FunctionalInterface
  public interface Source {
    /** The content from its beginning, to be closed by the caller. */
    InputStream open() throws IOException;
  }
}
