package communique.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0-0",
    "bytes=0-, 0-9",
    "bytes=3-5, 3-5",
    "bytes=3-99, 3-9",
    "bytes=-4, 6-9",
    "bytes=-99, 0-9"
  })
  void one_part_is_cut_to_the_size_of_the_file(String header, String expected) {
    assertThat(String.valueOf(ByteRange.of(header, 10))).isEqualTo(expected);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", "bytes=", "bytes=-", "bytes=5-3", "bytes=0-1,3-4", "lines=0-1", "bytes=a-b"})
  void what_is_no_single_part_means_the_whole(String header) {
    assertThat(ByteRange.of(header, 10)).isNull();
  }

  @Test
  void the_length_counts_both_ends() {
    assertThat(new ByteRange(3, 5).length()).isEqualTo(3);
    assertThat(ByteRange.whole(10).length()).isEqualTo(10);
  }
}
