package communique.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import org.junit.jupiter.api.Test;

class AttemptsTest {
  private final Attempts attempts = new Attempts();

  @Test
  void after_too_many_wrong_passwords_nothing_is_tried_for_this_account_from_this_address() {
    fail(Attempts.FREE - 1);
    assertThatNoException().isThrownBy(() -> attempts.check("a", "192.0.2.1"));
    fail(1);
    assertThatThrownBy(() -> attempts.check("a", "192.0.2.1"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(Reason.TOO_MANY_ATTEMPTS));
    assertThatNoException().isThrownBy(() -> attempts.check("a", "192.0.2.2"));
    assertThatNoException().isThrownBy(() -> attempts.check("b", "192.0.2.1"));
  }

  @Test
  void the_right_password_ends_the_count() {
    fail(Attempts.FREE - 1);
    attempts.succeeded("a", "192.0.2.1");
    fail(1);
    assertThatNoException().isThrownBy(() -> attempts.check("a", "192.0.2.1"));
  }

  @Test
  void after_too_many_wrong_passwords_for_whatever_accounts_nothing_is_tried_from_this_address() {
    for (int i = 1; i < Attempts.FREE_OF_ADDRESS; i++) {
      attempts.failed("guessed " + i, "192.0.2.1");
    }
    assertThatNoException().isThrownBy(() -> attempts.check("a", "192.0.2.1"));
    attempts.failed("guessed", "192.0.2.1");
    // Who has an account cannot begin to guess anew.
    attempts.succeeded("a", "192.0.2.1");
    assertThatThrownBy(() -> attempts.check("a", "192.0.2.1"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(Reason.TOO_MANY_ATTEMPTS));
    assertThatNoException().isThrownBy(() -> attempts.check("a", "192.0.2.2"));
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      attempts.failed("a", "192.0.2.1");
    }
  }
}
