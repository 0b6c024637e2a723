package communique.reading;

import communique.access.Caller;
import communique.archive.Receipts;
import communique.briefing.Reason;
import communique.briefing.Receipt;
import communique.briefing.Refusal;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Gives a receipt again to the account that got it, and to those who may act for its office. */
@NeedsDatabase
@ApplicationScoped
public class GetReceipt {
  @Inject private Receipts receipts;

  /**
   * The receipt.
   *
   * @throws Refusal NOT_FOUND when there is none that the caller may see; also without an account
   */
  public Receipt get(Caller caller, UUID id) {
    caller.mustHaveAccount();
    return receipts
        .of(id, caller.name(), caller.visibility())
        .orElseThrow(
            () ->
                new Refusal(
                    Reason.NOT_FOUND, "receipt", "must be a receipt of this archive", "" + id));
  }
}
