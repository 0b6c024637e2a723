package communique.doors.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import communique.support.RunningSystem;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files that bring lines and media along together. */
@ExtendWith(RunningSystem.Shared.class)
class PackedImportIT {
  private static final String TERMS = "?office=XV-PRES&kind=release";

  private static final String PICTURED =
      "{\"language\":\"en\",\"headline\":\"%s\",\"media\":[{\"role\":\"photo\",\"path\":\"%s\"}],"
          + "\"body\":[{\"type\":\"paragraph\",\"text\":[{\"text\":\"Words.\"}]}]}\n";

  private final RunningSystem system;
  private final Importer importer;
  private final String run = UUID.randomUUID().toString();

  PackedImportIT(RunningSystem system) {
    this.system = system;
    this.importer = new Importer(system, "xv-depositor");
  }

  @Test
  void a_zip_brings_its_media_along() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("photos/harbour.png"));
      zip.write(picture(3));
      zip.putNextEntry(new ZipEntry("lines.ndjson"));
      zip.write(lines("photos/harbour.png"));
    }
    Importer.assertCounts(imported("application/zip", bytes.toByteArray()), 1, 1, 0, 0);
    assertThat(pictures()).containsExactly("image/png 3");
  }

  @Test
  void a_tar_brings_its_media_along_before_or_behind_the_lines_that_name_them() throws Exception {
    byte[] tar =
        tar(
            "./a/lines.ndjson",
            lines("z/behind.png", "a/before.png", "a/absent.png"),
            "./a/before.png",
            picture(5),
            "./z/behind.png",
            picture(6),
            "./z/more.jsonl",
            lines("a/third.png"),
            "./a/third.png",
            picture(8));
    String address = importer.begin(TERMS, "application/x-tar", BodyPublishers.ofByteArray(tar));
    Importer.assertCounts(importer.over(address), 4, 3, 0, 1);
    assertThat(importer.report(address))
        .extracting(note -> note.get("line") + " " + note.get("file") + " " + note.get("field"))
        .containsExactly("3 \"a/lines.ndjson\" \"media[0].path\"");
    assertThat(pictures()).containsExactlyInAnyOrder("image/png 5", "image/png 6", "image/png 8");
    assertThat(left(address)).isEmpty();
  }

  @Test
  void a_packed_tar_is_read_as_well_and_leaves_nothing_behind() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(tar("lines.ndjson", lines("photo.png"), "photo.png", picture(7)));
    }
    String address =
        importer.begin(
            TERMS, "application/x-tar", BodyPublishers.ofByteArray(packed.toByteArray()));
    Importer.assertCounts(importer.over(address), 1, 1, 0, 0);
    assertThat(pictures()).containsExactly("image/png 7");
    assertThat(left(address)).isEmpty();
  }

  @Test
  void a_zip_from_windows_with_an_umlaut_in_a_name_is_read() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, Charset.forName("IBM850"))) {
      zip.putNextEntry(new ZipEntry("Fotos/Grüße.png"));
      zip.write(picture(9));
      zip.putNextEntry(new ZipEntry("lines.ndjson"));
      zip.write(lines("Fotos/Grüße.png"));
    }
    Importer.assertCounts(imported("application/zip", bytes.toByteArray()), 1, 1, 0, 0);
    assertThat(pictures()).containsExactly("image/png 9");
  }

  @Test
  void packed_lines_are_read_and_each_file_that_is_not_understood_is_told() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(lines("photo.png"));
    }
    byte[] tar =
        tar(
            "a/.DS_Store",
            new byte[] {1},
            "a/table.csv",
            "x,y".getBytes(UTF_8),
            "lines.ndjson.gz",
            packed.toByteArray(),
            "photo.png",
            picture(10));
    String address = importer.begin(TERMS, "application/x-tar", BodyPublishers.ofByteArray(tar));
    Importer.assertCounts(importer.over(address), 2, 1, 0, 1);
    assertThat(importer.report(address))
        .extracting(note -> note.get("line") + " " + note.get("file"))
        .containsExactly("1 \"a/table.csv\"");
    assertThat(pictures()).containsExactly("image/png 10");
  }

  @Test
  void a_file_in_which_there_is_no_line_at_all_has_failed() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("photo.png"));
      zip.write(picture(3));
    }
    JsonNode job = imported("application/zip", bytes.toByteArray());
    assertThat(job.get("state").asText()).isEqualTo("failed");
    assertThat(job.get("failure").asText()).contains("no line");
    // What is packed otherwise than it says.
    byte[] bzip2 = new byte[4096];
    System.arraycopy("BZh91AY&SY".getBytes(UTF_8), 0, bzip2, 0, 10);
    job = imported("application/x-tar", bzip2);
    assertThat(job.get("state").asText()).isEqualTo("failed");
  }

  private JsonNode imported(String type, byte[] file) throws Exception {
    return importer.over(importer.begin(TERMS, type, BodyPublishers.ofByteArray(file)));
  }

  // The job is over before its files are dropped.
  private String[] left(String address) throws InterruptedException {
    String id = address.substring(address.lastIndexOf('/') + 1);
    String[] left = found(id);
    for (int i = 0; left.length > 0 && i < 50; i++) {
      Thread.sleep(100);
      left = found(id);
    }
    return left;
  }

  private String[] found(String id) {
    return system
        .mediaFolder()
        .resolve("imports")
        .toFile()
        .list((folder, name) -> name.startsWith(id));
  }

  private List<String> pictures() throws Exception {
    return importer.rows(
        "select m.type || ' ' || m.width from placement p join media m using (sha256)"
            + " join version v using (briefing, language, number) where v.headline = '"
            + run
            + "'");
  }

  private byte[] lines(String... paths) {
    StringBuilder lines = new StringBuilder();
    for (String path : paths) {
      lines.append(PICTURED.formatted(run, path));
    }
    return lines.toString().getBytes(UTF_8);
  }

  private static byte[] picture(int width) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, 2, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }

  /** A tar of files, names and bytes by turns. */
  private static byte[] tar(Object... files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      for (int i = 0; i < files.length; i += 2) {
        byte[] content = (byte[]) files[i + 1];
        TarArchiveEntry entry = new TarArchiveEntry((String) files[i]);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }
}
