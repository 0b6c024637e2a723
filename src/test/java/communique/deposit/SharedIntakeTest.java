package communique.deposit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import communique.access.Caller;
import communique.briefing.GeneratedVersions;
import communique.briefing.Original;
import communique.briefing.Receipt;
import communique.briefing.Version;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedIntakeTest {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final OutOfMemoryError broken = new OutOfMemoryError("for a moment");
  private final Failing failing = new Failing(broken);
  private final SharedIntake shared = new SharedIntake(failing);

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @Test
  void when_the_machine_fails_all_who_wait_are_told_why() throws Exception {
    CompletableFuture<Receipt> first = depositing();
    assertThat(failing.begun.await(10, TimeUnit.SECONDS)).isTrue();
    List<CompletableFuture<Receipt>> lot = List.of(depositing(), depositing());
    // Both must wait by the time the first ends.
    Thread.sleep(300);
    failing.open.countDown();
    assertThatThrownBy(() -> first.get(10, TimeUnit.SECONDS)).hasCause(broken);
    for (CompletableFuture<Receipt> each : lot) {
      assertThatThrownBy(() -> each.get(10, TimeUnit.SECONDS)).hasRootCause(broken);
    }
    assertThat(failing.largest).hasValue(2);
  }

  private CompletableFuture<Receipt> depositing() {
    Version said = new GeneratedVersions(7).next();
    EditionSubmission edition =
        new EditionSubmission(
            null,
            said.language(),
            null,
            null,
            said.content(),
            Map.of(),
            new Original("text/plain", new byte[0]));
    Hand hand =
        new Hand(
            "DepositBriefing",
            Caller.ARCHIVE,
            said.briefing(),
            edition,
            () -> {
              throw new AssertionError("nothing is looked for");
            });
    return CompletableFuture.supplyAsync(() -> shared.take(hand), threads);
  }

  /** An intake on a machine that fails. */
  private static final class Failing extends CommittedIntake {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);
    private final OutOfMemoryError failure;
    private final AtomicInteger largest = new AtomicInteger();

    Failing(OutOfMemoryError failure) {
      this.failure = failure;
    }

    @Override
    void take(List<Hand> hands, List<Outcome> outcomes) {
      largest.accumulateAndGet(hands.size(), Math::max);
      begun.countDown();
      try {
        assertThat(open.await(10, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      throw failure;
    }
  }
}
