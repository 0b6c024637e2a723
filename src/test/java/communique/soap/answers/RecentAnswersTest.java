package communique.soap.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RecentAnswersTest {
  private static final int MOST_BYTES = 16 << 20;

  private final RecentAnswers answers = new RecentAnswers();

  @Test
  void an_answer_is_known_as_long_as_it_is_true() {
    AtomicBoolean isTrue = new AtomicBoolean(true);
    answers.remember(question("a"), answer(10, isTrue::get));
    assertThat(answers.known(question("a"))).isNotNull();
    assertThat(answers.known(question("b"))).isNull();
    isTrue.set(false);
    assertThat(answers.known(question("a"))).isNull();
  }

  @Test
  void one_that_was_found_to_be_true_no_longer_is_forgotten() {
    AtomicBoolean isTrue = new AtomicBoolean(true);
    answers.remember(question("a"), answer(10, isTrue::get));
    isTrue.set(false);
    assertThat(answers.known(question("a"))).isNull();
    isTrue.set(true);
    assertThat(answers.known(question("a"))).isNull();
  }

  /** Such as one of a briefing with a version under embargo. */
  @Test
  void one_that_is_not_true_at_once_is_not_remembered() {
    AtomicBoolean isTrue = new AtomicBoolean();
    answers.remember(question("a"), answer(10, isTrue::get));
    isTrue.set(true);
    assertThat(answers.known(question("a"))).isNull();
  }

  @Test
  void where_nobody_can_tell_nothing_is_known() {
    AtomicBoolean isAway = new AtomicBoolean();
    BooleanSupplier still =
        () -> {
          if (isAway.get()) {
            throw new Refusal(Reason.RECORD_UNAVAILABLE, "", "must be asked later", "");
          }
          return true;
        };
    answers.remember(question("a"), answer(10, still));
    assertThat(answers.known(question("a"))).isNotNull();
    isAway.set(true);
    assertThat(answers.known(question("a"))).isNull();
  }

  @Test
  void many_spellings_of_one_question_take_no_more_than_sixteen_megabytes() {
    int size = 200_000;
    int most = MOST_BYTES / size;
    for (int i = 0; i < 3 * most; i++) {
      answers.remember(question(" ".repeat(i)), answer(size, () -> true));
    }
    long known =
        IntStream.range(0, 3 * most)
            .filter(i -> answers.known(question(" ".repeat(i))) != null)
            .count();
    assertThat(known).isBetween(1L, (long) most);
  }

  private static Question question(String body) {
    return new Question(
        URI.create("https://archive.example/soap/retrieval"),
        List.of("text/xml"),
        List.of(),
        ByteBuffer.wrap(body.getBytes(UTF_8)));
  }

  private static RecentAnswer answer(int size, BooleanSupplier still) {
    return new RecentAnswer("GetBriefing", "text/xml", new byte[size], still);
  }
}
