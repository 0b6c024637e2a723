package communique.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures of all sorts. */
final class SamplePictures {
  private static final Map<Color, String> LETTERS =
      Map.of(Color.RED, "R", Color.GREEN, "G", Color.BLUE, "B", Color.WHITE, "W");

  private SamplePictures() {}

  static byte[] png(int width, int height) throws IOException {
    return write(corners(width, height), "png");
  }

  /** Red and green above, blue and white below. */
  static BufferedImage corners(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    Color[] colours = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
    for (int i = 0; i < colours.length; i++) {
      pen.setColor(colours[i]);
      pen.fillRect(i % 2 * width / 2, i / 2 * height / 2, width / 2, height / 2);
    }
    pen.dispose();
    return image;
  }

  /** The first letters of the colours in the corners: above left, above right, below. */
  static String letters(BufferedImage image) {
    int right = image.getWidth() - 20;
    int below = image.getHeight() - 20;
    int[] seen = {
      image.getRGB(20, 20),
      image.getRGB(right, 20),
      image.getRGB(20, below),
      image.getRGB(right, below)
    };
    StringBuilder letters = new StringBuilder();
    Arrays.stream(seen).mapToObj(Color::new).forEach(colour -> letters.append(letter(colour)));
    return letters.toString();
  }

  private static String letter(Color seen) {
    return LETTERS.entrySet().stream()
        .min(java.util.Comparator.comparingInt(entry -> distance(entry.getKey(), seen)))
        .orElseThrow()
        .getValue();
  }

  private static int distance(Color one, Color other) {
    return Math.abs(one.getRed() - other.getRed())
        + Math.abs(one.getGreen() - other.getGreen())
        + Math.abs(one.getBlue() - other.getBlue());
  }

  static BufferedImage filled(BufferedImage image, Color colour) {
    Graphics2D pen = image.createGraphics();
    pen.setColor(colour);
    pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    pen.dispose();
    return image;
  }

  /** All of one tone, which is written into the raster as it is: 0x60 of 0xff, or a place there. */
  static byte[] raw(int width, int height, int type) throws IOException {
    BufferedImage image = new BufferedImage(width, height, type);
    int value = type == BufferedImage.TYPE_USHORT_GRAY ? 0x6060 : 0x60;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.getRaster().setSample(x, y, 0, value);
      }
    }
    return write(image, "png");
  }

  /** A JPEG whose values are linear light, and which says so in its profile. */
  static byte[] linear(int width, int height, int value) throws IOException {
    // As a profile of its own, or the writer takes it for known.
    ICC_Profile profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB);
    ColorSpace space = new ICC_ColorSpace(ICC_Profile.getInstance(profile.getData()));
    ColorModel model =
        new ComponentColorModel(space, false, false, ColorModel.OPAQUE, DataBuffer.TYPE_BYTE);
    WritableRaster raster = model.createCompatibleWritableRaster(width, height);
    fill(raster, value);
    return write(new BufferedImage(model, raster, false, null), "jpeg");
  }

  /** A JPEG of four inks. */
  static byte[] cmyk(int width, int height) throws IOException {
    WritableRaster raster =
        Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
    fill(raster, 0x40);
    for (Iterator<ImageWriter> all = ImageIO.getImageWritersByFormatName("jpeg"); all.hasNext(); ) {
      ImageWriter writer = all.next();
      if (writer.canWriteRasters()) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
          writer.setOutput(out);
          writer.write(null, new IIOImage(raster, null, null), null);
        }
        return withSegment(
            bytes.toByteArray(), 0xee, new byte[] {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0});
      }
    }
    throw new IOException("no writer of four inks");
  }

  private static void fill(WritableRaster raster, int value) {
    int[] row = new int[raster.getWidth() * raster.getNumBands()];
    Arrays.fill(row, value);
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.setPixels(0, y, raster.getWidth(), 1, row);
    }
  }

  /** With an Exif segment that says how the camera was held. */
  static byte[] withExif(byte[] jpeg, int orientation) {
    byte[] tiff = {
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      1,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      (byte) orientation,
      0,
      0,
      0,
      0,
      0,
      0
    };
    ByteArrayOutputStream exif = new ByteArrayOutputStream();
    exif.writeBytes(new byte[] {'E', 'x', 'i', 'f', 0, 0});
    exif.writeBytes(tiff);
    return withSegment(jpeg, 0xe1, exif.toByteArray());
  }

  private static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(jpeg, 0, 2);
    all.writeBytes(new byte[] {(byte) 0xff, (byte) marker, 0, (byte) (content.length + 2)});
    all.writeBytes(content);
    all.write(jpeg, 2, jpeg.length - 2);
    return all.toByteArray();
  }

  static byte[] write(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (!ImageIO.write(image, format, bytes)) {
      throw new IOException("no writer of " + format);
    }
    return bytes.toByteArray();
  }
}
