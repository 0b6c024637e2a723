package communique.media;

import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * How a camera was held: the tag Orientation of Exif 2.3 (JEITA CP-3451C, section 4.6.4 A).
 *
 * @param value 1 to 8, where 1 is upright
 */
record Orientation(int value) {
  static final Orientation UPRIGHT = new Orientation(1);

  /** That of a JPEG; upright when it does not say, or not in a way that can be read. */
  static Orientation of(Path jpeg) throws IOException {
    try (FileImageInputStream in = new FileImageInputStream(jpeg.toFile())) {
      List<JPEGSegment> segments = JPEGSegmentUtil.readSegments(in, JPEG.APP1, "Exif");
      return segments.isEmpty() ? UPRIGHT : of(segments.get(0));
    } catch (IOException | RuntimeException unreadable) {
      // Many programs write Exif badly; the picture itself may be well.
      LOG.log(
          System.Logger.Level.DEBUG, "the Exif data of " + jpeg + " cannot be read", unreadable);
      return UPRIGHT;
    }
  }

  private static final System.Logger LOG = System.getLogger(Orientation.class.getName());

  private static Orientation of(JPEGSegment exif) throws IOException {
    try (InputStream data = exif.data()) {
      // A byte of padding follows the identifier.
      data.skipNBytes(1);
      try (ImageInputStream tiff = new MemoryCacheImageInputStream(data)) {
        Directory directory = new TIFFReader().read(tiff);
        Entry entry = directory.getEntryById(TIFF.TAG_ORIENTATION);
        boolean said = entry != null && entry.getValue() instanceof Number;
        int value = said ? ((Number) entry.getValue()).intValue() : 1;
        return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
      }
    }
  }

  /** The picture as it is to be seen. */
  BufferedImage upright(BufferedImage stored) {
    if (value == 1) {
      return stored;
    }
    int w = stored.getWidth();
    int h = stored.getHeight();
    AffineTransform turn =
        switch (value) {
          case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
          case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
          case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
          case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
          case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
          case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
          default -> new AffineTransform(0, -1, 1, 0, 0, w);
        };
    boolean lies = value >= 5;
    BufferedImage turned = new BufferedImage(lies ? h : w, lies ? w : h, stored.getType());
    return new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR)
        .filter(stored, turned);
  }
}
