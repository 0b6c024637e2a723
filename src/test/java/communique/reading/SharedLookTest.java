package communique.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SharedLookTest {
  private static final int MANY = 20;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger looks = new AtomicInteger();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch open = new CountDownLatch(1);

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @Test
  void those_who_ask_during_a_look_share_the_next_one() throws Exception {
    SharedLook<String, Integer> shared = new SharedLook<>(this::slowly);
    CompletableFuture<Integer> first = asking(shared);
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    List<CompletableFuture<Integer>> others = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      others.add(asking(shared));
    }
    // All of them must have asked by the time the first look ends.
    Thread.sleep(300);
    open.countDown();
    assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(1);
    for (CompletableFuture<Integer> other : others) {
      assertThat(other.get(10, TimeUnit.SECONDS)).isEqualTo(2);
    }
  }

  @Test
  void nothing_is_remembered() {
    SharedLook<String, Integer> shared = new SharedLook<>(question -> looks.incrementAndGet());
    assertThat(List.of(shared.ask("a"), shared.ask("a"), shared.ask("b"))).containsExactly(1, 2, 3);
  }

  @Test
  void what_a_look_throws_gets_who_asked_and_the_next_looks_anew() {
    SharedLook<String, Integer> shared =
        new SharedLook<>(
            question -> {
              if (looks.incrementAndGet() == 1) {
                throw new IllegalArgumentException("not now");
              }
              return 7;
            });
    assertThatThrownBy(() -> shared.ask("a")).isInstanceOf(IllegalArgumentException.class);
    assertThat(shared.ask("a")).isEqualTo(7);
  }

  @Test
  void when_the_machine_fails_all_who_wait_are_told_why() throws Exception {
    OutOfMemoryError broken = new OutOfMemoryError("for a moment");
    SharedLook<String, Integer> shared =
        new SharedLook<>(
            question -> {
              if (slowly(question) > 1) {
                throw broken;
              }
              return 1;
            });
    CompletableFuture<Integer> first = asking(shared);
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    List<CompletableFuture<Integer>> others = List.of(asking(shared), asking(shared));
    // Both must have asked by the time the first look ends.
    Thread.sleep(300);
    open.countDown();
    assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(1);
    for (CompletableFuture<Integer> other : others) {
      assertThatThrownBy(() -> other.get(10, TimeUnit.SECONDS)).hasRootCause(broken);
    }
    assertThat(looks).hasValue(2);
  }

  private CompletableFuture<Integer> asking(SharedLook<String, Integer> shared) {
    return CompletableFuture.supplyAsync(() -> shared.ask("newest"), threads);
  }

  private int slowly(String question) {
    int look = looks.incrementAndGet();
    begun.countDown();
    try {
      assertThat(open.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return look;
  }
}
