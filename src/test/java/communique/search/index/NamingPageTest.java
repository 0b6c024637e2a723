package communique.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NamingPageTest {
  private static final UUID FIRST = UUID.fromString("01000000-0000-7000-8000-000000000000");
  private static final UUID SECOND = UUID.fromString("02000000-0000-7000-8000-000000000000");
  // Java takes the first half of it for a negative number.
  private static final UUID LAST = UUID.fromString("f3000000-0000-7000-8000-000000000000");

  @Test
  void several_questions_are_answered_as_far_as_each_of_them_is() {
    NamingPage whole = NamingPage.of(List.of(FIRST, LAST), false, 5);
    NamingPage cut = NamingPage.of(List.of(FIRST, SECOND), true, 2);

    for (NamingPage both : List.of(whole.and(cut), cut.and(whole))) {
      assertThat(both.to()).isEqualTo(SECOND);
      assertThat(both.briefings(true)).containsExactly(FIRST, SECOND);
      assertThat(both.briefings(false)).isEmpty();
    }
  }

  @Test
  void those_are_in_the_order_of_their_text() {
    NamingPage further = NamingPage.of(List.of(SECOND, LAST), true, 2);
    NamingPage cut = NamingPage.of(List.of(FIRST, SECOND), false, 2);

    assertThat(further.and(cut).to()).isEqualTo(SECOND);
    assertThat(further.and(cut).briefings(true)).containsExactly(SECOND);
    assertThat(further.and(cut).briefings(false)).containsExactly(FIRST);
  }

  @Test
  void what_was_answered_whole_has_no_end() {
    NamingPage one = NamingPage.of(List.of(LAST), true, 2);
    NamingPage none = NamingPage.of(List.of(), true, 2);

    assertThat(one.and(none).to()).isNull();
    assertThat(one.and(none).briefings(true)).containsExactly(LAST);
  }
}
