package communique.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HighlightTest {

  @Test
  void a_passage_is_split_at_its_marks() {
    assertThat(Highlight.fragments("das erste \uE000Telefonat\uE001 mit \uE000Toqajew\uE001"))
        .containsExactly(
            new Fragment("das erste ", false),
            new Fragment("Telefonat", true),
            new Fragment(" mit ", false),
            new Fragment("Toqajew", true));
  }

  @Test
  void a_match_at_the_beginning_has_nothing_before_it() {
    assertThat(Highlight.fragments("\uE000a\uE001\uE000b\uE001 c"))
        .containsExactly(
            new Fragment("a", true), new Fragment("b", true), new Fragment(" c", false));
  }

  @Test
  void a_mark_that_is_never_closed_loses_no_text() {
    assertThat(Highlight.fragments("x\uE000y"))
        .containsExactly(new Fragment("x", false), new Fragment("y", true));
  }

  @Test
  void mark_up_in_a_text_stays_text() {
    assertThat(Highlight.fragments("<b>\uE000x\uE001</b>"))
        .containsExactly(
            new Fragment("<b>", false), new Fragment("x", true), new Fragment("</b>", false));
  }
}
