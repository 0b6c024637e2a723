package communique.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTest {
  private static final Block SAID = new Block.Paragraph(List.of(Span.plain("Said.")));
  private static final Placement PHOTO =
      new Placement(Placement.Role.PHOTO, null, null, null, null);

  @Test
  void a_headline_may_be_absent_but_not_blank() {
    assertThat(content(null, List.of(), List.of(), SAID).headline()).isNull();
    Refused.by(() -> content(" ", List.of(), List.of(), SAID), Reason.MISSING, "headline");
  }

  @Test
  void a_headline_of_more_than_1000_characters_is_refused() {
    Refusal refusal =
        Refused.by(
            () -> content("h".repeat(1001), List.of(), List.of(), SAID),
            Reason.TOO_LONG,
            "headline");
    assertThat(refusal.value()).hasSize(201).endsWith("…");
  }

  @ParameterizedTest
  @ValueSource(strings = {"medtop:2000058", "20000587", "medtop:20000587 ", "MEDTOP:20000587"})
  void a_subject_is_a_media_topic(String subject) {
    Refused.by(
        () -> content(null, List.of(subject), List.of(), SAID), Reason.BAD_FORMAT, "subjects[0]");
  }

  @Test
  void a_list_has_its_longest_length() {
    List<Placement> many = Collections.nCopies(201, PHOTO);
    Refused.by(() -> content(null, List.of(), many, SAID), Reason.TOO_LONG, "media");
  }

  @Test
  void a_picture_in_the_text_must_be_one_that_is_placed() {
    Content content = content(null, List.of(), List.of(PHOTO), new Block.Illustration(1));
    assertThat(content.placements()).containsExactly(PHOTO);
    for (int wrong : new int[] {0, 2}) {
      Refused.by(
          () -> content(null, List.of(), List.of(PHOTO), new Block.Illustration(wrong)),
          Reason.OUT_OF_RANGE,
          "body");
    }
  }

  @Test
  void the_lists_are_copies() {
    List<Placement> mine = new ArrayList<>(List.of(PHOTO));
    Content content = content(null, List.of(), mine, SAID);
    mine.clear();
    assertThat(content.placements()).containsExactly(PHOTO);
  }

  @Test
  void other_placements_leave_all_else_as_it_was() {
    Content content = content("Headline", List.of("medtop:11000000"), List.of(), SAID);
    Content placed = content.withPlacements(List.of(PHOTO));
    assertThat(placed.placements()).containsExactly(PHOTO);
    assertThat(placed.withPlacements(List.of())).isEqualTo(content);
  }

  private static Content content(
      @Nullable String headline, List<String> subjects, List<Placement> media, Block block) {
    return new Content(
        headline,
        null,
        null,
        null,
        List.of(),
        null,
        new Body(List.of(block)),
        media,
        List.of(),
        List.of(),
        subjects,
        List.of(),
        null,
        URI.create("https://valdoria.example/"),
        null);
  }
}
