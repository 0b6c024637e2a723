package communique.doors.rest;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import javax.imageio.ImageIO;

/** Pictures to hand over. */
public final class Pictures {
  private Pictures() {}

  /** A PNG without transparency; no other test should use the same measures. */
  static byte[] png(int width, int height) throws IOException {
    return write(drawn(width, height, BufferedImage.TYPE_INT_RGB), "png");
  }

  /** A small PNG, another one each time: files are told apart by their content. */
  public static byte[] another() throws IOException {
    BufferedImage image = drawn(8, 8, BufferedImage.TYPE_INT_RGB);
    image.setRGB(3, 3, ThreadLocalRandom.current().nextInt(1 << 24));
    return write(image, "png");
  }

  /** A PNG of which all smaller pictures are made; they too are unlike those of any other. */
  public static byte[] large() throws IOException {
    BufferedImage image = drawn(2100, 300, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    for (int x = 0; x < 2100; x += 100) {
      pen.setColor(new Color(ThreadLocalRandom.current().nextInt(1 << 24)));
      pen.fillRect(x, 0, 100, 300);
    }
    pen.dispose();
    return write(image, "png");
  }

  static BufferedImage drawn(int width, int height, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, width / 2, height / 2);
    pen.setColor(Color.BLUE);
    pen.fillRect(width / 2, 0, width - width / 2, height / 2);
    pen.dispose();
    return image;
  }

  static byte[] write(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (!ImageIO.write(image, format, bytes)) {
      throw new IOException("no writer of " + format);
    }
    return bytes.toByteArray();
  }
}
