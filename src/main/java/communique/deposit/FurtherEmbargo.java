package communique.deposit;

import communique.access.Caller;
import communique.briefing.OfficeCode;
import communique.briefing.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Until when a version waits that is added to what is there already. */
final class FurtherEmbargo {
  private FurtherEmbargo() {}

  /**
   * The end that counts. A version that builds on what is public may have an embargo of its own, as
   * a first one may. Who gives another end to what waits already moves an embargo, and needs the
   * right to do that: an earlier one would show the same text at once.
   *
   * @param asked for by the sender
   * @param inherited from the version or edition on which it is based, while that is under embargo
   * @throws Refusal NOT_ALLOWED when the two differ and the caller may not change embargoes
   */
  static @Nullable Instant of(
      Caller caller, OfficeCode office, @Nullable Instant asked, @Nullable Instant inherited) {
    if (asked == null) {
      return inherited;
    }
    if (inherited != null && !asked.equals(inherited)) {
      caller.mustChangeEmbargoFor(office);
    }
    return asked;
  }
}
