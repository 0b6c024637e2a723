package communique.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import communique.briefing.MediaFile;
import communique.briefing.Rendition;
import communique.briefing.Upload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenditionsTest {
  private final Path folder;

  RenditionsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void a_large_picture_is_made_smaller_three_times() throws IOException {
    Made made = make("image/png", SamplePictures.png(3000, 1500));
    assertMeasures(made.the(Rendition.LARGE), "image/jpeg", 2048, 1024);
    assertMeasures(made.the(Rendition.SMALL), "image/jpeg", 1024, 512);
    assertMeasures(made.the(Rendition.THUMBNAIL), "image/jpeg", 320, 160);
  }

  @Test
  void a_small_picture_is_not_enlarged() throws IOException {
    Made made = make("image/png", SamplePictures.png(400, 1));
    assertMeasures(made.the(Rendition.LARGE), "image/jpeg", 400, 1);
    assertMeasures(made.the(Rendition.THUMBNAIL), "image/jpeg", 320, 1);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 400, 200, RGBW", "2, 400, 200, GRWB", "3, 400, 200, WBGR", "4, 400, 200, BWRG",
    "5, 200, 400, RBGW", "6, 200, 400, BRWG", "7, 200, 400, WGBR", "8, 200, 400, GWRB"
  })
  void a_picture_is_upright_and_tells_nothing_of_its_camera(
      int orientation, int width, int height, String corners) throws IOException {
    byte[] jpeg =
        SamplePictures.withExif(
            SamplePictures.write(SamplePictures.corners(400, 200), "jpeg"), orientation);
    assertThat(new String(jpeg, ISO_8859_1)).contains("Exif");
    MediaFile large = make("image/jpeg", jpeg).the(Rendition.LARGE);
    assertMeasures(large, "image/jpeg", width, height);
    BufferedImage seen = read(large);
    assertThat(SamplePictures.letters(seen)).isEqualTo(corners);
    assertThat(Files.readString(place(large), ISO_8859_1)).doesNotContain("Exif");
  }

  @Test
  void what_can_be_seen_through_stays_so_and_an_unused_alpha_channel_goes() throws IOException {
    BufferedImage clear = new BufferedImage(500, 400, BufferedImage.TYPE_INT_ARGB);
    assertThat(make("image/png", SamplePictures.write(clear, "png")).files().values())
        .extracting(MediaFile::type)
        .containsOnly("image/png");
    BufferedImage filled = SamplePictures.filled(clear, Color.GREEN);
    assertThat(make("image/png", SamplePictures.write(filled, "png")).files().values())
        .extracting(MediaFile::type)
        .containsOnly("image/jpeg");
  }

  @Test
  void colours_of_another_space_are_seen_as_they_were_meant() throws IOException {
    // Half the light, which sRGB writes as 188 of 255.
    byte[] linear = SamplePictures.linear(600, 400, 128);
    Color seen = middle(make("image/jpeg", linear).the(Rendition.THUMBNAIL));
    assertThat(seen.getRed()).isBetween(184, 192);
    assertThat(seen.getGreen()).isBetween(184, 192);
  }

  @Test
  void grey_and_palettes_keep_their_tones() throws IOException {
    for (int type :
        new int[] {
          BufferedImage.TYPE_BYTE_GRAY,
          BufferedImage.TYPE_USHORT_GRAY,
          BufferedImage.TYPE_BYTE_INDEXED
        }) {
      byte[] png = SamplePictures.raw(600, 400, type);
      int stored = new Color(ImageIO.read(new ByteArrayInputStream(png)).getRGB(0, 0)).getRed();
      int meant = type == BufferedImage.TYPE_BYTE_INDEXED ? stored : 0x60;
      Color seen = middle(make("image/png", png).the(Rendition.THUMBNAIL));
      assertThat(seen.getRed()).as("type " + type).isCloseTo(meant, within(4));
    }
  }

  @Test
  void a_cmyk_picture_of_a_print_shop_becomes_one_for_screens() throws IOException {
    MediaFile made = make("image/jpeg", SamplePictures.cmyk(600, 400)).the(Rendition.THUMBNAIL);
    assertMeasures(made, "image/jpeg", 320, 213);
    assertThat(read(made).getColorModel().getNumComponents()).isEqualTo(3);
  }

  @Test
  void of_a_very_large_picture_not_every_pixel_is_decoded() throws IOException {
    BufferedImage gray = new BufferedImage(9000, 6000, BufferedImage.TYPE_BYTE_GRAY);
    MediaFile file = keep("image/jpeg", SamplePictures.write(gray, "jpeg"));
    try (Picture picture = Picture.open(place(file), file.type())) {
      BufferedImage decoded = picture.decode();
      assertThat(decoded.getWidth()).isEqualTo(4500);
    }
  }

  @Test
  void a_webp_is_read_too() throws IOException {
    byte[] webp = Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
    assertThat(make("image/webp", webp).the(Rendition.LARGE).width()).isEqualTo(1);
  }

  @Test
  void of_a_picture_that_is_cut_off_nothing_is_left_in_the_store() throws IOException {
    byte[] png = SamplePictures.png(700, 300);
    MediaFile file = keep("image/png", Arrays.copyOf(png, 60));
    assertThatThrownBy(() -> new Renditions(store()).make(file)).isInstanceOf(IOException.class);
    try (var left = Files.list(folder.resolve("incoming"))) {
      assertThat(left).isEmpty();
    }
  }

  private Made make(String type, byte[] bytes) throws IOException {
    Map<Rendition, MediaFile> files = new java.util.EnumMap<>(Rendition.class);
    new Renditions(store())
        .make(keep(type, bytes))
        .forEach(
            (rendition, staged) -> {
              try (staged) {
                staged.keep();
                files.put(rendition, staged.file());
              }
            });
    return new Made(files);
  }

  private MediaFile keep(String type, byte[] bytes) {
    try (StagedMedia staged =
        store().stage(new Upload(type, () -> new ByteArrayInputStream(bytes)))) {
      staged.keep();
      return staged.file();
    }
  }

  private MediaStore store() {
    return new MediaStore(folder.toString());
  }

  private Path place(MediaFile file) {
    return store().place(file.sha256());
  }

  private BufferedImage read(MediaFile file) throws IOException {
    return ImageIO.read(place(file).toFile());
  }

  private Color middle(MediaFile file) throws IOException {
    BufferedImage image = read(file);
    return new Color(image.getRGB(image.getWidth() / 2, image.getHeight() / 2));
  }

  private static org.assertj.core.data.Offset<Integer> within(int steps) {
    return org.assertj.core.data.Offset.offset(steps);
  }

  private static void assertMeasures(MediaFile file, String type, int width, int height) {
    assertThat(file.type()).isEqualTo(type);
    assertThat(file.width()).isEqualTo(width);
    assertThat(file.height()).isEqualTo(height);
  }

  private record Made(Map<Rendition, MediaFile> files) {
    MediaFile the(Rendition rendition) {
      return java.util.Objects.requireNonNull(files.get(rendition));
    }
  }
}
