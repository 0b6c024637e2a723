package communique.theme;

import communique.briefing.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file that the pages need, ready to be sent. There are few, and no name from outside is a path.
 */
public final class Asset {
  private static final String FONTS = "source-sans-pro-";
  private static final Map<String, String> TYPES =
      Map.of("css", "text/css;charset=UTF-8", "svg", "image/svg+xml", "woff2", "font/woff2");

  private static final Map<String, Asset> ALL =
      Stream.concat(
              Stream.of("govuk.css", "theme.css", "communique.css", "icon.svg"),
              Stream.of("latin", "latin-ext", "vietnamese", "cyrillic")
                  .flatMap(script -> Stream.of(FONTS + script + "-400", FONTS + script + "-700"))
                  .map(font -> font + "-normal.woff2"))
          .collect(
              Collectors.toUnmodifiableMap(
                  Function.identity(), name -> new Asset(name, content(name))));

  private final String name;
  private final byte[] content;
  private final byte[] packed;
  private final String digest;

  private Asset(String name, byte[] content) {
    this.name = name;
    this.content = content;
    this.packed = packed(content);
    this.digest = Digest.of(content).hex().substring(0, 16);
  }

  /** The file of a name. */
  public static Optional<Asset> named(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  /**
   * The address of a file, which is another when its content is.
   *
   * @throws NullPointerException when there is no such file
   */
  public static String href(String name) {
    return "/assets/" + name + "?v=" + Objects.requireNonNull(ALL.get(name), name).digest;
  }

  /** What is in it. */
  public byte[] content() {
    return content.clone();
  }

  /** The same, packed with gzip. */
  public byte[] packed() {
    return packed.clone();
  }

  /** Its media type. */
  public String type() {
    return TYPES.getOrDefault(
        name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
  }

  /** Changes with its content. */
  public String digest() {
    return digest;
  }

  // A house may have a look of its own.
  private static byte[] content(String name) {
    @Nullable String theme = System.getenv("COMMUNIQUE_THEME_FILE");
    try {
      if (name.equals("theme.css") && theme != null && !theme.isEmpty()) {
        return Files.readAllBytes(Path.of(theme));
      }
      try (InputStream in =
          Asset.class.getResourceAsStream("/communique/readingroom/assets/" + name)) {
        return Objects.requireNonNull(in, name).readAllBytes();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A file of the pages cannot be read: " + name, e);
    }
  }

  private static byte[] packed(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
