package communique.search.index;

import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;

class BeatsTest {
  @Test
  void an_error_of_the_machine_is_no_reason_to_stop_for_ever() {
    Beats beats =
        new Beats(
            "nothing is indexed",
            () -> {
              throw new OutOfMemoryError("for a moment");
            });
    // A timer drops what throws.
    assertThatNoException().isThrownBy(beats::run);
  }
}
