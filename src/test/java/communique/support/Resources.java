package communique.support;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The text files beside these classes, and where classes come from. */
final class Resources {
  private Resources() {}

  static String text(String name) throws IOException {
    try (InputStream resource = Resources.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new FileNotFoundException(name);
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The jar or folder that a class comes from. */
  static Path sourceOf(Class<?> type) throws CannotRun {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new CannotRun("The class path holds an address that is no file.", e);
    }
  }
}
