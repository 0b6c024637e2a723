package communique.briefing;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file as a depositor hands it over.
 *
 * @param declaredType the media type its sender says it has
 * @param expected the digest its sender says it has; absent when nothing is said
 * @param source gives its bytes, once
 */
public record Upload(String declaredType, @Nullable Digest expected, Source source) {
  /** A file of whose digest nothing is said. */
  public Upload(String declaredType, Source source) {
    this(declaredType, null, source);
  }

  /** Where the bytes come from. */
  @FunctionalInterface
  public interface Source {
    /** Opens the bytes for reading; the caller closes them. */
    InputStream open() throws IOException;
  }
}
