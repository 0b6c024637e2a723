package communique.media;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.FileImageInputStream;

/**
 * A picture that is read: first its header alone. Its reader is the one for its type and never one
 * that happens to be installed.
 */
final class Picture implements AutoCloseable {
  private static final JPEGImageReaderSpi JPEG = jpeg();
  private static final WebPImageReaderSpi WEBP = new WebPImageReaderSpi();

  private final ImageReader reader;
  private final FileImageInputStream in;

  private Picture(ImageReader reader, FileImageInputStream in) {
    this.reader = reader;
    this.in = in;
  }

  /**
   * Opens a picture of a type that is kept.
   *
   * @throws IOException when the file cannot be read
   */
  static Picture open(Path file, String type) throws IOException {
    ImageReader reader =
        switch (type) {
          case "image/jpeg" -> JPEG.createReaderInstance(null);
          case "image/webp" -> WEBP.createReaderInstance(null);
          case "image/png", "image/gif" -> ImageIO.getImageReadersByMIMEType(type).next();
          default -> throw new IllegalArgumentException("not a type of pictures: " + type);
        };
    FileImageInputStream in = new FileImageInputStream(file.toFile());
    reader.setInput(in, true, true);
    return new Picture(reader, in);
  }

  /** In pixels, as they are stored. */
  int width() throws IOException {
    return measure(() -> reader.getWidth(0));
  }

  /** In pixels, as they are stored. */
  int height() throws IOException {
    return measure(() -> reader.getHeight(0));
  }

  ImageReader reader() {
    return reader;
  }

  @Override
  public void close() throws IOException {
    reader.dispose();
    in.close();
  }

  // What a broken file makes its reader stumble over is the file's fault.
  private static int measure(Measure measure) throws IOException {
    try {
      return measure.take();
    } catch (RuntimeException broken) {
      throw new IIOException("the picture is broken", broken);
    }
  }

  // It decodes with the platform's own reader, which it looks up when it is registered.
  private static JPEGImageReaderSpi jpeg() {
    JPEGImageReaderSpi jpeg = new JPEGImageReaderSpi();
    jpeg.onRegistration(IIORegistry.getDefaultInstance(), ImageReaderSpi.class);
    return jpeg;
  }

  @FunctionalInterface
  private interface Measure {
    int take() throws IOException;
  }
}
