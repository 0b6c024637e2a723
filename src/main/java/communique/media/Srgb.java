package communique.media;

import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.Raster;

/** Brings pictures into the one colour space that every screen understands, 8 bits a colour. */
final class Srgb {
  private Srgb() {}

  /** The same picture in sRGB, with an alpha channel only if some of it can be seen through. */
  static BufferedImage of(BufferedImage picture) {
    boolean opaque = isOpaque(picture);
    int type = opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB;
    BufferedImage converted = new BufferedImage(picture.getWidth(), picture.getHeight(), type);
    ColorSpace colours = picture.getColorModel().getColorSpace();
    if (colours.getType() == ColorSpace.TYPE_GRAY) {
      copyGrey(picture, converted);
    } else if (colours.isCS_sRGB()) {
      draw(picture, converted);
    } else {
      new ColorConvertOp(null).filter(picture, converted);
    }
    return converted;
  }

  private static boolean isOpaque(BufferedImage picture) {
    ColorModel model = picture.getColorModel();
    if (!model.hasAlpha()) {
      return true;
    }
    Raster alpha = picture.getAlphaRaster();
    if (alpha == null) {
      return false;
    }
    int full = (1 << model.getComponentSize(model.getNumComponents() - 1)) - 1;
    int[] row = new int[alpha.getWidth()];
    for (int y = 0; y < alpha.getHeight(); y++) {
      for (int value : alpha.getSamples(0, y, row.length, 1, 0, row)) {
        if (value != full) {
          return false;
        }
      }
    }
    return true;
  }

  private static void draw(BufferedImage picture, BufferedImage onto) {
    Graphics2D pen = onto.createGraphics();
    try {
      pen.drawImage(picture, 0, 0, null);
    } finally {
      pen.dispose();
    }
  }

  // The platform takes grey for linear light and would make it too bright.
  private static void copyGrey(BufferedImage picture, BufferedImage to) {
    Raster from = picture.getRaster();
    ColorModel model = picture.getColorModel();
    int shift = model.getComponentSize(0) - 8;
    boolean alpha = model.hasAlpha();
    int[] pixel = new int[from.getNumBands()];
    for (int y = 0; y < from.getHeight(); y++) {
      for (int x = 0; x < from.getWidth(); x++) {
        from.getPixel(x, y, pixel);
        int grey = pixel[0] >> shift;
        int seen = alpha ? pixel[1] >> shift : 0xff;
        to.setRGB(x, y, seen << 24 | grey << 16 | grey << 8 | grey);
      }
    }
  }
}
