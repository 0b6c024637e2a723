package communique.briefing;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file as a depositor hands it over.
 *
 * @param declaredType the media type its sender says it has
 * @param source gives its bytes, once
 */
public record Upload(String declaredType, Source source) {

  /** Where the bytes come from. */
  @FunctionalInterface
  public interface Source {
    /** Opens the bytes for reading; the caller closes them. */
    InputStream open() throws IOException;
  }
}
