package communique.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Containers are told apart by what their heads say. */
class ContainersTest {
  @ParameterizedTest
  @ValueSource(strings = {"isom", "iso2", "iso4", "iso5", "iso6", "avc1", "dash", "MSNV", "M4V "})
  void an_iso_file_with_a_brand_of_mp4_is_mp4(String brand) {
    byte[] head = iso(brand, brand);
    assertThat(Containers.named("video/quicktime", head)).isEqualTo("video/mp4");
  }

  @Test
  void an_iso_file_of_a_camera_is_mp4_when_it_is_compatible_with_it() {
    byte[] head = iso("XAVC", "XAVC", "mp42", "iso2");
    assertThat(Containers.named("video/quicktime", head)).isEqualTo("video/mp4");
  }

  @Test
  void quicktime_stays_what_it_is_whatever_it_is_compatible_with() {
    byte[] head = iso("qt  ", "qt  ", "isom", "mp42");
    assertThat(Containers.named("video/quicktime", head)).isEqualTo("video/quicktime");
    assertThat(Containers.named("video/quicktime", iso("XXXX", "XXXX")))
        .isEqualTo("video/quicktime");
  }

  @Test
  void brands_behind_the_first_box_are_not_read() {
    byte[] head = (new String(iso("XXXX"), ISO_8859_1) + "isomisom").getBytes(ISO_8859_1);
    assertThat(Containers.named("video/quicktime", head)).isEqualTo("video/quicktime");
  }

  @ParameterizedTest
  @CsvSource({"webm, video/webm", "matroska, application/x-matroska"})
  void ebml_is_what_its_document_type_says(String docType, String type) {
    byte[] head = ebml(docType);
    assertThat(Containers.named("application/x-matroska", head)).isEqualTo(type);
  }

  @Test
  void ogg_is_sound_where_its_first_page_says_that_it_is_opus() {
    String page = "OggS" + "\0".repeat(22) + "\u0001\u0013";
    byte[] opus = (page + "OpusHead\u0001").getBytes(ISO_8859_1);
    assertThat(Containers.named("application/ogg", opus)).isEqualTo("audio/ogg");
    assertThat(Containers.named("application/ogg", (page + "fishead\0").getBytes(ISO_8859_1)))
        .isEqualTo("application/ogg");
    for (int length = 0; length < opus.length - 1; length++) {
      byte[] cut = Arrays.copyOf(opus, length);
      assertThat(Containers.named("application/ogg", cut)).isEqualTo("application/ogg");
    }
  }

  @Test
  void a_head_that_is_cut_off_anywhere_is_no_error() {
    for (byte[] whole : new byte[][] {iso("isom", "mp41"), ebml("webm")}) {
      for (int length = 0; length < whole.length; length++) {
        byte[] cut = Arrays.copyOf(whole, length);
        assertThat(Containers.named("video/quicktime", cut)).isNotNull();
        assertThat(Containers.named("application/x-matroska", cut)).isNotNull();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "audio/opus, audio/ogg",
    "audio/vorbis, audio/ogg",
    "video/x-m4v, video/mp4",
    "audio/mp4, audio/mp4",
    "application/pdf, application/pdf",
  })
  void what_is_told_by_its_container_has_the_type_of_the_container(String narrow, String type) {
    assertThat(Containers.wider(narrow)).isEqualTo(type);
  }

  private static byte[] iso(String major, String... compatible) {
    String brands = String.join("", compatible);
    return ("\0\0\0" + (char) (16 + brands.length()) + "ftyp" + major + "\0\0\2\0" + brands)
        .getBytes(ISO_8859_1);
  }

  private static byte[] ebml(String docType) {
    // The version, then the longest lengths of identifiers and sizes, as writers put them.
    String fields =
        "B\u0086\u0081\u0001B\u00f7\u0081\u0001B\u00f2\u0081\u0004"
            + "B\u0082"
            + (char) (0x80 | docType.length())
            + docType
            + "B\u0087\u0081\u0004";
    return ("\u001aE\u00df\u00a3\u0001\0\0\0\0\0\0" + (char) fields.length() + fields)
        .getBytes(ISO_8859_1);
  }
}
