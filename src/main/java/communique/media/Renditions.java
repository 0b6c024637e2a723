package communique.media;

import com.twelvemonkeys.image.ResampleOp;
import communique.briefing.MediaFile;
import communique.briefing.Rendition;
import communique.briefing.Upload;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes the smaller pictures of a picture: upright, in sRGB, without anything that the camera or
 * the picture desk wrote into it; JPEG, or PNG where it can be seen through. Of what moves it is
 * the first image.
 */
@ApplicationScoped
public class Renditions {
  /** From the largest, each is made of the one before. */
  private static final List<Rendition> ORDER =
      List.of(Rendition.LARGE, Rendition.SMALL, Rendition.THUMBNAIL);

  private static final float QUALITY = 0.85f;

  private final MediaStore store;

  /** For CDI's proxy. */
  protected Renditions() {
    this(new MediaStore());
  }

  @Inject
  Renditions(MediaStore store) {
    this.store = store;
  }

  /**
   * Makes all renditions; they wait to be kept. Needs up to some 200 MB of memory, however large
   * the picture is.
   *
   * @throws IOException when the picture cannot be decoded
   */
  public Map<Rendition, StagedMedia> make(MediaFile original) throws IOException {
    Map<Rendition, StagedMedia> staged = new EnumMap<>(Rendition.class);
    boolean done = false;
    try {
      BufferedImage last = upright(store.place(original.sha256()), original.type());
      for (Rendition rendition : ORDER) {
        last = Srgb.of(scaled(last, rendition.longestEdge()));
        staged.put(rendition, store.stage(upload(last)));
      }
      done = true;
      return staged;
    } finally {
      if (!done) {
        staged.values().forEach(StagedMedia::close);
      }
    }
  }

  // Turned when it is small already: turning needs room for the picture twice.
  private static BufferedImage upright(Path file, String type) throws IOException {
    BufferedImage large;
    try (Picture picture = Picture.open(file, type)) {
      large = Srgb.of(scaled(picture.decode(), Rendition.LARGE.longestEdge()));
    }
    boolean mayLie = type.equals("image/jpeg");
    return (mayLie ? Orientation.of(file) : Orientation.UPRIGHT).upright(large);
  }

  private static BufferedImage scaled(BufferedImage picture, int longestEdge) {
    int longest = Math.max(picture.getWidth(), picture.getHeight());
    if (longest <= longestEdge) {
      return picture;
    }
    double factor = (double) longestEdge / longest;
    int width = (int) Math.max(1, Math.round(picture.getWidth() * factor));
    int height = (int) Math.max(1, Math.round(picture.getHeight() * factor));
    return new ResampleOp(width, height, ResampleOp.FILTER_LANCZOS).filter(picture, null);
  }

  private static Upload upload(BufferedImage picture) throws IOException {
    String type = picture.getColorModel().hasAlpha() ? "image/png" : "image/jpeg";
    byte[] bytes = written(picture, type);
    return new Upload(type, () -> new ByteArrayInputStream(bytes));
  }

  private static byte[] written(BufferedImage picture, String type) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByMIMEType(type).next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      if (type.equals("image/jpeg")) {
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(QUALITY);
      }
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), param);
    } catch (RuntimeException e) {
      throw new IIOException("a rendition cannot be written", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
