package communique.reading;

import static org.assertj.core.api.Assertions.assertThat;

import communique.briefing.Block;
import communique.briefing.Body;
import communique.briefing.Span;
import communique.briefing.Span.Emphasis;
import communique.reading.Comparison.Change;
import communique.reading.Comparison.Operation;
import communique.reading.Comparison.Run;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What became of the words, marks, items, rows and cells of a body. */
class BodyComparisonTest {
  @Test
  void a_word_that_leads_elsewhere_went_and_came() {
    List<Change> changes =
        compare(
            paragraph(plain("Read the "), link("report", "https://a.example/1"), plain(".")),
            paragraph(plain("Read the "), link("report", "https://a.example/2"), plain(".")));
    assertThat(told(changes))
        .isEqualTo(
            "CHANGED[Read the -report(https://a.example/1)- +report(https://a.example/2)+.]");
  }

  @Test
  void an_address_in_other_letters_is_another_address() {
    assertThat(
            told(
                compare(
                    paragraph(link("report", "https://a.example/%c3")),
                    paragraph(link("report", "https://a.example/%C3")))))
        .startsWith("CHANGED[-report");
  }

  @Test
  void a_word_that_is_stressed_in_another_way_went_and_came() {
    List<Change> changes =
        compare(
            paragraph(plain("It is not true.")),
            paragraph(plain("It is "), strong("not"), plain(" true.")));
    assertThat(told(changes)).isEqualTo("CHANGED[It is -not- +*not*+ true.]");
  }

  @Test
  void of_a_word_a_part_of_which_is_stressed_only_that_part_changed() {
    List<Change> changes =
        compare(
            paragraph(plain("Never understate it at all.")),
            paragraph(plain("Never "), strong("under"), plain("state it at all.")));
    assertThat(told(changes)).isEqualTo("CHANGED[Never -understate- +*under*state+ it at all.]");
  }

  @Test
  void how_a_text_is_divided_into_spans_makes_no_difference() {
    List<Change> changes =
        compare(
            paragraph(plain("It is tr"), plain("ue."), strong("Ye"), strong("s")),
            paragraph(plain("It is true."), strong("Yes")));
    assertThat(told(changes)).isEqualTo("EQUAL");
  }

  @Test
  void marks_of_words_that_stayed_are_kept_beside_those_that_changed() {
    List<Change> changes =
        compare(
            paragraph(strong("Read"), plain(" the first "), link("report", "https://a.example/")),
            paragraph(strong("Read"), plain(" the last "), link("report", "https://a.example/")));
    assertThat(told(changes))
        .isEqualTo("CHANGED[*Read* the -first- +last+ report(https://a.example/)]");
  }

  @Test
  void of_texts_with_little_in_common_one_went_and_one_came() {
    WordDifference words = new WordDifference(Locale.ENGLISH, new Effort());
    assertThat(
            words.runs(
                MarkedText.plain("The dam at Arn is old and it leaks."),
                MarkedText.plain("Nobody was hurt when the road broke.")))
        .hasSize(2);
  }

  @Test
  void one_item_is_told_between_those_that_stayed() {
    List<Change> changes =
        compare(
            list(false, "Minister of roads", "Minister of dams", "A clerk"),
            list(false, "Minister of roads", "Minister of bridges", "A clerk", "A driver"));
    assertThat(told(changes))
        .isEqualTo("CHANGED{EQUAL CHANGED[Minister of -dams- +bridges+] EQUAL INSERTED}");
  }

  @Test
  void an_item_that_went_leaves_the_others_as_they_are() {
    List<Change> changes = compare(list(true, "One", "Two", "Three"), list(true, "One", "Three"));
    assertThat(told(changes)).isEqualTo("CHANGED{EQUAL DELETED EQUAL}");
    Change last = changes.get(0).parts().get(2);
    assertThat(last.from()).isEqualTo(2);
    assertThat(last.to()).isEqualTo(1);
  }

  @Test
  void an_item_that_says_something_else_stays_the_same_item() {
    List<Change> changes = compare(list(false, "Noon", "Arn"), list(false, "Nine", "Arn"));
    assertThat(told(changes)).isEqualTo("CHANGED{CHANGED[-Noon- +Nine+] EQUAL}");
  }

  @Test
  void a_list_that_is_numbered_now_is_another() {
    assertThat(told(compare(list(false, "One", "Two"), list(true, "One", "Two"))))
        .isEqualTo("DELETED INSERTED");
  }

  @Test
  void one_cell_is_told_in_its_row() {
    List<Change> changes =
        compare(
            table("Year|Guests|Cost", "2024|100 people|7", "2025|120 people|8"),
            table("Year|Guests|Cost", "2024|100 people|7", "2025|125 people|8"));
    assertThat(told(changes))
        .isEqualTo("CHANGED{EQUAL EQUAL CHANGED{EQUAL CHANGED[-120- +125+ people] EQUAL}}");
  }

  @Test
  void cells_that_changed_places_are_told_in_their_columns() {
    assertThat(told(compare(table("Sum|5|7"), table("Sum|7|5"))))
        .isEqualTo("CHANGED{CHANGED{EQUAL CHANGED[-5- +7+] CHANGED[-7- +5+]}}");
  }

  @Test
  void a_row_that_came_leaves_the_others_as_they_are() {
    assertThat(told(compare(table("A|1", "B|2"), table("A|1", "C|3", "B|2"))))
        .isEqualTo("CHANGED{EQUAL INSERTED EQUAL}");
  }

  @Test
  void a_column_that_came_is_a_cell_of_each_row() {
    assertThat(told(compare(table("A|1", "B|2"), table("A|new|1", "B|newer|2"))))
        .isEqualTo("CHANGED{CHANGED{EQUAL INSERTED EQUAL} CHANGED{EQUAL INSERTED EQUAL}}");
  }

  @Test
  void the_largest_tables_without_a_row_in_common_are_compared_within_their_bound() {
    Body one = tables("a", 25);
    Body other = tables("b", 25);
    List<Change> changes = BodyComparison.withinLanguage(one, other, Locale.ENGLISH);
    assertThat(changes).hasSize(25).allMatch(each -> each.operation() == Operation.CHANGED);
    assertThat(changes.get(0).parts()).hasSize(1000);
  }

  @Test
  void what_costs_too_much_is_told_without_its_parts() {
    Body one = tables("a", 60);
    Body other = tables("b", 60);
    List<Change> changes = BodyComparison.withinLanguage(one, other, Locale.ENGLISH);
    assertThat(changes).hasSize(60).allMatch(each -> each.operation() == Operation.CHANGED);
    assertThat(changes.get(59).parts()).isEmpty();
  }

  private static Body tables(String letter, int count) {
    return new Body(
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    table(
                        IntStream.range(0, 1000)
                            .mapToObj(row -> "same" + i + "|" + letter + row)
                            .toArray(String[]::new)))
            .toList());
  }

  private static List<Change> compare(Block from, Block to) {
    return BodyComparison.withinLanguage(
        new Body(List.of(from)), new Body(List.of(to)), Locale.ENGLISH);
  }

  private static Block paragraph(Span... text) {
    return new Block.Paragraph(List.of(text));
  }

  private static Block list(boolean ordered, String... items) {
    return new Block.Enumeration(ordered, lines(items));
  }

  private static Block table(String... rows) {
    return new Block.Table(Arrays.stream(rows).map(row -> lines(row.split("\\|"))).toList());
  }

  private static List<List<Span>> lines(String... lines) {
    return Arrays.stream(lines).map(line -> List.of(plain(line))).toList();
  }

  private static Span plain(String text) {
    return Span.plain(text);
  }

  private static Span strong(String text) {
    return new Span(text, Emphasis.STRONG, null);
  }

  private static Span link(String text, String address) {
    return new Span(text, null, URI.create(address));
  }

  /** The changes in short: runs in brackets, parts in braces. */
  private static String told(List<Change> changes) {
    return told(changes, " ", BodyComparisonTest::told);
  }

  private static String told(Change change) {
    String runs = change.runs().isEmpty() ? "" : "[" + runs(change.runs()) + "]";
    String parts = change.parts().isEmpty() ? "" : "{" + told(change.parts()) + "}";
    return change.operation() + runs + parts;
  }

  private static String runs(List<Run> runs) {
    return told(runs, "", BodyComparisonTest::told).replace("-+", "- +");
  }

  private static String told(Run run) {
    String sign =
        switch (run.operation()) {
          case DELETED -> "-";
          case INSERTED -> "+";
          default -> "";
        };
    return sign + told(run.text(), "", BodyComparisonTest::told) + sign;
  }

  private static String told(MarkedText text) {
    String stressed = text.emphasis() == null ? text.text() : "*" + text.text() + "*";
    return text.link() == null ? stressed : stressed + "(" + text.link() + ")";
  }

  private static <T> String told(List<T> all, String between, Function<T, String> each) {
    return all.stream().map(each).collect(Collectors.joining(between));
  }
}
