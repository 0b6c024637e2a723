package communique.media;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
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

  /** Of what is decoded at once; more than the largest rendition needs in any case. */
  private static final long MOST_BYTES = 80L * 1024 * 1024;

  /** Its reader knows no way to leave pixels out, and needs many bytes for each. */
  private static final long MOST_PIXELS_OF_WEBP = 12_000_000;

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

  /**
   * Decodes the picture; of a very large one only every second, third … pixel of every second,
   * third … row, so that what is decoded fits into a fixed amount of memory.
   *
   * @throws IOException when the picture is broken, or can only be decoded as a whole and is too
   *     large for that
   */
  BufferedImage decode() throws IOException {
    long pixels = (long) width() * height();
    if (reader.getOriginatingProvider() == WEBP && pixels > MOST_PIXELS_OF_WEBP) {
      throw new IIOException("a WebP of more than " + MOST_PIXELS_OF_WEBP + " pixels");
    }
    int step = (int) Math.ceil(Math.sqrt((double) pixels * bytesPerPixel() / MOST_BYTES));
    try {
      ImageReadParam param = reader.getDefaultReadParam();
      param.setSourceSubsampling(Math.max(step, 1), Math.max(step, 1), 0, 0);
      return reader.read(0, param);
    } catch (RuntimeException broken) {
      throw new IIOException("the picture is broken", broken);
    }
  }

  private int bytesPerPixel() throws IOException {
    ImageTypeSpecifier type = reader.getRawImageType(0);
    if (type == null) {
      return 4;
    }
    if (type.getColorModel() instanceof IndexColorModel) {
      // It becomes one of true colour when it is scaled.
      return 5;
    }
    int bits = DataBuffer.getDataTypeSize(type.getSampleModel().getTransferType());
    return Math.max(3, type.getNumBands() * bits / 8);
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
