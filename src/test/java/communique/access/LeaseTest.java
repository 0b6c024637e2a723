package communique.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class LeaseTest {
  private final AtomicLong clock = new AtomicLong(7);
  private final AtomicLong looks = new AtomicLong();
  private final Lease<String, Long> lease =
      new Lease<>(asked -> looks.incrementAndGet(), clock::get);

  @Test
  void what_was_found_a_moment_ago_is_told_again() {
    assertThat(lease.get("a")).isEqualTo(1);
    pass(10);
    assertThat(lease.get("a")).isEqualTo(1);
    assertThat(lease.get("b")).isEqualTo(2);
  }

  @Test
  void it_is_told_no_longer_than_it_holds_from_the_beginning_of_the_look() {
    Lease<String, Long> slow =
        new Lease<>(
            asked -> {
              pass(19);
              return looks.incrementAndGet();
            },
            clock::get);
    assertThat(slow.get("a")).isEqualTo(1);
    pass(1);
    assertThat(slow.get("a")).isEqualTo(2);
  }

  @Test
  void in_its_second_half_one_looks_anew_and_the_others_need_not_wait() {
    List<Long> others = new ArrayList<>();
    List<Lease<String, Long>> itself = new ArrayList<>();
    itself.add(
        new Lease<>(
            asked -> {
              if (looks.get() == 1) {
                others.add(itself.get(0).get(asked));
              }
              return looks.incrementAndGet();
            },
            clock::get));
    assertThat(itself.get(0).get("a")).isEqualTo(1);
    pass(11);
    assertThat(itself.get(0).get("a")).isEqualTo(2);
    assertThat(others).containsExactly(1L);
  }

  @Test
  void what_could_not_be_found_is_looked_for_again() {
    Lease<String, Long> failing =
        new Lease<>(
            asked -> {
              if (looks.incrementAndGet() == 1) {
                throw new IllegalStateException("away");
              }
              return looks.get();
            },
            clock::get);
    assertThatThrownBy(() -> failing.get("a")).hasMessage("away");
    assertThat(failing.get("a")).isEqualTo(2);
  }

  private void pass(long milliseconds) {
    clock.addAndGet(milliseconds * 1_000_000);
  }
}
