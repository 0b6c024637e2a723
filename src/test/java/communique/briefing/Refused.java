package communique.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Expects a refusal and says which. */
public final class Refused {
  private Refused() {}

  /** Demands that a request is refused for a reason, with the field that is meant. */
  public static Refusal by(ThrowingCallable request, Reason reason, String field) {
    Refusal refusal = catchThrowableOfType(Refusal.class, request);
    assertThat(refusal).as("a refusal").isNotNull();
    assertThat(refusal.reason()).isEqualTo(reason);
    assertThat(refusal.field()).isEqualTo(field);
    assertThat(refusal.rule()).isNotBlank().doesNotEndWith(".");
    return refusal;
  }
}
