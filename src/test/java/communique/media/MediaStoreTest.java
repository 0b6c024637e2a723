package communique.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import communique.briefing.Refusal;
import communique.briefing.Upload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files come to their addresses whole, and damaged ones are replaced. */
class MediaStoreTest {
  private static final byte[] PDF = "%PDF-1.7 of a test".getBytes(UTF_8);

  private final Path folder;

  MediaStoreTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void the_same_file_again_replaces_one_that_was_damaged() throws IOException {
    Path place = kept(PDF);
    byte[] flipped = PDF.clone();
    flipped[12] ^= 1;
    for (byte[] damaged : new byte[][] {flipped, "%PDF".getBytes(UTF_8), new byte[0]}) {
      Files.write(place, damaged);
      assertThat(kept(PDF)).isEqualTo(place);
      assertThat(Files.readAllBytes(place)).isEqualTo(PDF);
    }
    assertThat(folder.resolve("incoming")).isEmptyDirectory();
  }

  @Test
  void a_file_that_is_whole_is_left_where_it_lies() throws IOException {
    Path place = kept(PDF);
    Object before = Files.readAttributes(place, "unix:ino").get("ino");
    kept(PDF);
    assertThat(Files.readAttributes(place, "unix:ino").get("ino")).isEqualTo(before);
  }

  @Test
  void a_file_that_was_dropped_since_it_was_received_again_is_placed_again() throws IOException {
    Path place = kept(PDF);
    try (StagedMedia staged = store().stage(upload("application/pdf", PDF))) {
      Files.delete(place);
      staged.keep();
    }
    assertThat(Files.readAllBytes(place)).isEqualTo(PDF);
  }

  @Test
  void nothing_is_read_while_others_wait_for_it_to_be_kept() throws IOException {
    Path place = kept(PDF);
    byte[] unseen = PDF.clone();
    unseen[12] ^= 1;
    try (StagedMedia staged = store().stage(upload("application/pdf", PDF))) {
      Files.write(place, unseen);
      staged.keep();
    }
    assertThat(Files.readAllBytes(place)).isEqualTo(unseen);
  }

  @Test
  void what_is_refused_is_told_with_what_it_is_and_what_it_was_said_to_be() {
    byte[] film = "\0\0\0\24ftypqt  \0\0\2\0qt  ".getBytes(ISO_8859_1);
    assertThatThrownBy(() -> store().stage(upload("video/mp4", film)))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.rule())
                    .contains("video/quicktime")
                    .contains("declared video/mp4"));
  }

  private Path kept(byte[] bytes) {
    try (StagedMedia staged = store().stage(upload("application/pdf", bytes))) {
      staged.keep();
      return store().place(staged.file().sha256());
    }
  }

  private MediaStore store() {
    return new MediaStore(folder.toString());
  }

  private static Upload upload(String type, byte[] bytes) {
    return new Upload(type, () -> new ByteArrayInputStream(bytes));
  }
}
