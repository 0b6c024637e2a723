package communique.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {

  @Test
  void an_empty_body_is_refused() {
    Refused.by(() -> new Body(List.of()), Reason.MISSING, "body");
  }

  @Test
  void a_paragraph_of_white_space_is_refused() {
    Refused.by(() -> new Block.Paragraph(said(" \n")), Reason.MISSING, "text");
  }

  @Test
  void white_space_between_runs_is_kept() {
    Block paragraph =
        new Block.Paragraph(List.of(Span.plain("one"), Span.plain(" "), Span.plain("two")));
    assertThat(paragraph.plainText()).isEqualTo("one two");
  }

  @Test
  void a_body_of_5000_blocks_is_taken_and_one_more_is_not() {
    Block block = new Block.Paragraph(said("x"));
    assertThatCode(() -> new Body(Collections.nCopies(5000, block))).doesNotThrowAnyException();
    Refused.by(() -> new Body(Collections.nCopies(5001, block)), Reason.TOO_LONG, "body");
  }

  @Test
  void a_body_of_a_million_characters_is_taken_and_one_more_is_not() {
    Block block = new Block.Paragraph(said("x".repeat(100_000)));
    List<Block> million = Collections.nCopies(10, block);
    assertThatCode(() -> new Body(million)).doesNotThrowAnyException();
    List<Block> more = new java.util.ArrayList<>(million);
    more.add(new Block.Paragraph(said("x")));
    Refused.by(() -> new Body(more), Reason.TOO_LONG, "body");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, -1})
  void a_heading_has_a_level_of_1_to_4(int level) {
    Refused.by(() -> new Block.Heading(level, said("Heading")), Reason.OUT_OF_RANGE, "level");
  }

  @Test
  void a_table_or_list_without_content_is_refused() {
    Refused.by(() -> new Block.Table(List.of()), Reason.MISSING, "rows");
    Refused.by(() -> new Block.Table(List.of(List.of())), Reason.MISSING, "rows");
    Refused.by(() -> new Block.Enumeration(true, List.of()), Reason.MISSING, "items");
  }

  @Test
  void a_cell_may_be_empty() {
    Block table = new Block.Table(List.of(List.of(said("Year"), List.of())));
    assertThat(table.plainText()).isEqualTo("Year\t");
  }

  @Test
  void plain_text_names_who_speaks_and_leaves_pictures_out() {
    Body body =
        new Body(
            List.of(
                new Block.Question("A journalist", said("When?")),
                new Block.Illustration(1),
                new Block.Answer(null, said("Tomorrow.")),
                new Block.Enumeration(false, List.of(said("one"), said("two")))));
    assertThat(body.plainText()).isEqualTo("A journalist: When?\n\nTomorrow.\n\none\ntwo");
  }

  private static List<Span> said(String text) {
    return List.of(Span.plain(text));
  }
}
