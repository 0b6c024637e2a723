package communique.readingroom.basket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackingTest {
  @Test
  void a_file_that_has_gone_leaves_no_entry(@TempDir Path folder) throws IOException {
    Path there = Files.writeString(folder.resolve("there"), "bytes");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      assertThat(Packing.put(zip, "media/gone", folder.resolve("gone"))).isFalse();
      assertThat(Packing.put(zip, "media/there", there)).isTrue();
    }
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
      assertThat(zip.getNextEntry()).hasFieldOrPropertyWithValue("name", "media/there");
      assertThat(zip.readAllBytes()).asString().isEqualTo("bytes");
      assertThat(zip.getNextEntry()).isNull();
    }
  }
}
