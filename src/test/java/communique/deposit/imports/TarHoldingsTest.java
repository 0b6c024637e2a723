package communique.deposit.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TarHoldingsTest {
  private static final int BLOCK = 512;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void one_with_too_many_files_is_refused_before_all_of_them_are_read(
      boolean packed, @TempDir Path folder) throws IOException {
    Path file = folder.resolve("many");
    try (OutputStream out = Files.newOutputStream(file);
        OutputStream tar = packed ? new GZIPOutputStream(out) : out) {
      // Names by chance: what is packed must not swell too much.
      Random names = new Random(7);
      byte[] header = new byte[BLOCK];
      for (int i = 0; i <= Holdings.MOST_FILES; i++) {
        new TarArchiveEntry(Long.toHexString(names.nextLong())).writeEntryHeader(header);
        tar.write(header);
      }
      // Whoever reads on comes upon this.
      tar.write("no header".repeat(BLOCK).getBytes(UTF_8));
    }
    assertThatThrownBy(() -> new TarHoldings(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("more than 100000 files");
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void one_that_is_damaged_leaves_nothing_unpacked(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("damaged");
    try (OutputStream tar = new GZIPOutputStream(Files.newOutputStream(file))) {
      tar.write("no header".repeat(BLOCK).getBytes(UTF_8));
    }
    assertThatThrownBy(() -> new TarHoldings(file)).isInstanceOf(IOException.class);
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }
}
