package communique.soap.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CodeTextTest {
  @Test
  void white_space_around_a_word_is_left_out_however_it_is_divided() {
    String text = "\r\n\t readOut \n";
    for (int at = 0; at <= text.length(); at++) {
      assertThat(joined(text.substring(0, at), text.substring(at))).isEqualTo("readOut");
    }
  }

  @Test
  void white_space_within_a_word_stays() {
    String text = " read \n Out ";
    for (int at = 0; at <= text.length(); at++) {
      assertThat(joined(text.substring(0, at), text.substring(at))).isEqualTo("read \n Out");
    }
  }

  @Test
  void other_space_than_that_of_xml_is_a_part_of_the_word() {
    assertThat(joined("\u00a0x\u2003", "")).isEqualTo("\u00a0x\u2003");
  }

  private static String joined(String first, String second) {
    CodeText code = new CodeText();
    return code.next(first) + code.next(second);
  }
}
