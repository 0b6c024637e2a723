package communique.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** No text makes a document that is no XML. */
class XmlTextTest {

  @Test
  void what_xml_does_not_have_becomes_a_blank_and_all_else_stays() {
    assertThat(XmlText.clean("a\u0001b\uFFFEc\uD800d\uDC00")).isEqualTo("a b c d ");
    assertThat(XmlText.clean("\t\n\rä대\uD840\uDC00")).isEqualTo("\t\n\rä대\uD840\uDC00");
  }

  @Test
  void half_a_pair_of_surrogates_does_not_end_the_writing_of_a_text() {
    assertThat(XmlOutput.fragment(xml -> xml.element("p", "a\uD800b"))).isEqualTo("<p>a b</p>");
  }
}
