package communique.deposit;

import static communique.briefing.Overviews.edition;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import communique.briefing.Overview;
import communique.briefing.Overviews;
import communique.briefing.Reason;
import communique.briefing.Refused;
import communique.journal.Entry;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What two sides of a link must be to each other, and what becomes public of it. */
class SideTest {
  private static final Overview KO = Overviews.of(1, edition("ko", 1, null));
  private static final Overview EN = Overviews.of(2, edition("en", 1, null));
  private static final UUID OTHER = EN.briefing().id();

  @Test
  void the_journal_tells_everybody_of_a_link_that_everybody_sees() {
    assertThat(Side.entries("LinkBriefings", "somebody", open(KO), open(EN)))
        .hasSize(2)
        .allMatch(Entry::open)
        .allMatch(entry -> entry.verb().equals("LinkBriefings"));
  }

  @Test
  void it_tells_nobody_of_a_link_with_what_is_under_embargo() {
    assertThat(Side.entries("LinkBriefings", "somebody", open(KO), secret(EN)))
        .hasSize(2)
        .noneMatch(Entry::open);
  }

  @Test
  void it_tells_everybody_of_the_version_that_everybody_sees() {
    Overview newest = Overviews.of(1, edition("de", 1, null), edition("ko", 4, null));
    Side side = new Side(List.of(newest), List.of(newest), List.of(KO));
    List<Entry> entries = Side.entries("UnlinkBriefing", "somebody", side, open(EN));
    assertThat(entries).extracting(Entry::open).containsExactly(false, true, true);
    assertThat(entries.get(1).version()).isEqualTo(1);
    assertThat(entries.get(1).edition().section()).isEqualTo("Section 1");
  }

  @Test
  void two_languages_fit_and_what_is_linked_already_does_not() {
    assertThatCode(() -> LinkBriefings.mustFit(open(KO), open(EN), OTHER))
        .doesNotThrowAnyException();
    Refused.by(
        () -> LinkBriefings.mustFit(open(KO, EN), open(KO, EN), OTHER),
        Reason.ALREADY_LINKED,
        "briefing");
  }

  @Test
  void a_language_is_there_once_as_far_as_the_caller_sees() {
    Overview both = Overviews.of(3, edition("de", 1, null), edition("ko", 1, null));
    assertThat(
            Refused.by(
                    () -> LinkBriefings.mustFit(open(KO), open(both), both.briefing().id()),
                    Reason.EDITION_EXISTS,
                    "briefing")
                .value())
        .isEqualTo("ko");
    assertThatCode(() -> LinkBriefings.mustFit(open(KO), secret(both), both.briefing().id()))
        .doesNotThrowAnyException();
  }

  @Test
  void fifty_are_linked_at_most() {
    assertThatCode(() -> LinkBriefings.mustFit(many(1, 25), many(26, 50), new UUID(0, 50)))
        .doesNotThrowAnyException();
    assertThat(
            Refused.by(
                    () -> LinkBriefings.mustFit(many(1, 25), many(26, 51), new UUID(0, 51)),
                    Reason.TOO_MANY_LINKED,
                    "briefing")
                .value())
        .isEqualTo("51");
  }

  private static Side many(int first, int last) {
    return open(
        IntStream.rangeClosed(first, last)
            .mapToObj(number -> Overviews.of(number, edition(language(number), 1, null)))
            .toArray(Overview[]::new));
  }

  // As many as one likes: a region is a number of three digits.
  private static String language(int number) {
    return "en-%03d".formatted(number);
  }

  private static Side open(Overview... briefings) {
    return new Side(List.of(briefings), List.of(briefings), List.of(briefings));
  }

  private static Side secret(Overview... briefings) {
    return new Side(List.of(briefings), List.of(), List.of());
  }
}
