package communique.reading;

import static org.assertj.core.api.Assertions.assertThat;

import communique.briefing.Block;
import communique.briefing.Body;
import communique.briefing.Content;
import communique.briefing.Digest;
import communique.briefing.GeneratedVersions;
import communique.briefing.MediaFile;
import communique.briefing.Placement;
import communique.briefing.Span;
import communique.reading.Alignment.Match;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which paragraphs of a translation stand beside which of its original. */
class AlignmentTest {
  private static final Block GREETING =
      text("Die Präsidentin empfing am Morgen die Gäste im Schloss.");
  private static final Block LONG =
      text(
          "Sie sprach mit ihnen eine Stunde lang über den Hafen, über die neue Bahn und über das,"
              + " was im Frühjahr noch zu tun sein wird, damit beide fertig werden.");
  private static final Block END = text("Danach ging sie zu Fuß in die Stadt.");

  @Test
  void paragraphs_of_about_the_same_length_stand_beside_each_other() {
    assertThat(
            aligned(
                List.of(GREETING, LONG, END),
                List.of(
                    text("The President received the guests in the palace in the morning."),
                    text(
                        "For an hour she spoke with them about the harbour, about the new railway"
                            + " and about what must still be done in spring to finish both."),
                    text("Then she walked into the town."))))
        .isEqualTo("1-1 1-1 1-1");
  }

  @Test
  void a_paragraph_that_was_left_out_has_no_counterpart() {
    assertThat(
            aligned(
                List.of(GREETING, LONG, END),
                List.of(
                    text("The President received the guests in the palace in the morning."),
                    text("Then she walked into the town."))))
        .isEqualTo("1-1 1-0 1-1");
    assertThat(
            aligned(
                List.of(GREETING, END),
                List.of(
                    text("The President received the guests in the palace in the morning."),
                    text("A note of the translator: the palace stands on the hill over the town."),
                    text("Then she walked into the town."))))
        .isEqualTo("1-1 0-1 1-1");
  }

  @Test
  void a_paragraph_that_was_divided_stands_beside_both_its_parts() {
    List<Block> parts =
        List.of(
            text("The President received the guests in the palace in the morning."),
            text("For an hour she spoke with them about the harbour and about the new railway."),
            text("She also spoke about what must still be done in spring to finish them."),
            text("Then she walked into the town."));
    assertThat(aligned(List.of(GREETING, LONG, END), parts)).isEqualTo("1-1 1-2 1-1");
    assertThat(aligned(parts, List.of(GREETING, LONG, END))).isEqualTo("1-1 2-1 1-1");
  }

  @Test
  void the_few_characters_of_a_korean_text_count_for_more() {
    assertThat(
            aligned(
                List.of(GREETING, LONG, END),
                List.of(
                    text("대통령은 아침에 궁에서 손님들을 맞이했다."),
                    text("대통령은 한 시간 동안 항구와 새 철도, 그리고 둘 다 완공되기 위해 봄에 해야 할 일에 대해 그들과 이야기했다."),
                    text("그 후 걸어서 시내로 갔다."))))
        .isEqualTo("1-1 1-1 1-1");
  }

  @Test
  void headings_stand_beside_headings() {
    assertThat(
            aligned(
                List.of(heading("Der Hafen"), LONG, heading("Die Bahn"), LONG),
                List.of(heading("The harbour"), heading("The railway"), LONG)))
        .isEqualTo("1-1 1-0 1-1 1-1");
  }

  @Test
  void turns_of_a_transcript_are_anchors() {
    Block question = new Block.Question(null, List.of(Span.plain("Wann fährt die Bahn?")));
    Block answer = new Block.Answer("Varga", List.of(Span.plain("Im Frühjahr.")));
    Block more = text("Und der Hafen wird vorher fertig.");
    assertThat(
            aligned(
                List.of(question, answer, more, question, answer),
                List.of(question, answer, question, answer)))
        .isIn("1-1 2-1 1-1 1-1", "1-1 1-1 1-0 1-1 1-1");
  }

  @Test
  void numbers_tell_paragraphs_of_one_length_apart_in_whatever_figures() {
    assertThat(
            aligned(
                List.of(text("Am 14. kamen 300 Gäste."), text("Am 27. kamen 812 Gäste.")),
                List.of(text("وصل ٨١٢ ضيفا في اليوم ٢٧."))))
        .isEqualTo("1-0 1-1");
    assertThat(
            aligned(
                List.of(text("Am 14. kamen 300 Gäste."), text("Am 27. kamen 812 Gäste.")),
                List.of(text("وصل ٣٠٠ ضيف في اليوم ١٤."))))
        .isEqualTo("1-1 1-0");
  }

  @Test
  void a_picture_stands_beside_the_same_picture_and_never_beside_words() {
    Content left = content(List.of(picture(1), picture(2), LONG), 'a', 'b');
    Content right = content(List.of(picture(1), LONG), 'b');
    assertThat(written(Alignment.of(left, right))).isEqualTo("1-0 1-1 1-1");
    assertThat(written(Alignment.of(content(List.of(picture(1)), 'a'), content(List.of(LONG)))))
        .isIn("1-0 0-1", "0-1 1-0");
  }

  @Test
  void every_block_of_any_two_texts_is_in_one_match() {
    GeneratedVersions versions = new GeneratedVersions(11);
    for (int i = 0; i < 200; i++) {
      Content left = versions.next().content();
      Content right = versions.next().content();
      int from = 0;
      int to = 0;
      for (Match match : Alignment.of(left, right)) {
        assertThat(match.from()).isEqualTo(from);
        assertThat(match.to()).isEqualTo(to);
        from += match.fromLength();
        to += match.toLength();
      }
      assertThat(from).isEqualTo(left.body().blocks().size());
      assertThat(to).isEqualTo(right.body().blocks().size());
    }
  }

  @Test
  void the_longest_texts_are_aligned_also_when_the_beginning_is_missing() {
    List<Block> all =
        IntStream.range(0, 5000)
            .mapToObj(i -> text("Paragraph " + i + " " + "of words ".repeat(i % 17)))
            .toList();
    List<Match> matches = Alignment.of(content(all), content(all.subList(60, 5000)));
    assertThat(matches).hasSizeBetween(5000, 5010);
    assertThat(matches.get(matches.size() - 1)).isEqualTo(new Match(4999, 1, 4939, 1));
    assertThat(matches).contains(new Match(2500, 1, 2440, 1));
  }

  private static String aligned(List<Block> left, List<Block> right) {
    return written(Alignment.of(content(left), content(right)));
  }

  private static String written(List<Match> matches) {
    return matches.stream()
        .map(match -> match.fromLength() + "-" + match.toLength())
        .collect(Collectors.joining(" "));
  }

  private static Block text(String text) {
    return new Block.Paragraph(List.of(Span.plain(text)));
  }

  private static Block heading(String text) {
    return new Block.Heading(1, List.of(Span.plain(text)));
  }

  private static Block picture(int placement) {
    return new Block.Illustration(placement);
  }

  private static Content content(List<Block> blocks, char... pictures) {
    List<Placement> placements =
        IntStream.range(0, pictures.length)
            .mapToObj(i -> photo(String.valueOf(pictures[i]).repeat(64)))
            .toList();
    return new Content(
        null,
        null,
        null,
        null,
        List.of(),
        null,
        new Body(blocks),
        placements,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        null);
  }

  private static Placement photo(String sha256) {
    return new Placement(
        Placement.Role.PHOTO,
        null,
        null,
        null,
        new MediaFile(new Digest(sha256), "image/png", 1, 10, 10));
  }
}
