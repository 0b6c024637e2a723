package communique.archive;

import communique.access.Visibility;
import communique.briefing.Briefing;
import communique.briefing.Receipt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads of receipts. */
@ApplicationScoped
public class Receipts {
  @PersistenceContext private EntityManager database;

  /**
   * A receipt that an account got, or that is about an office whose unpublished text the caller
   * sees.
   */
  public Optional<Receipt> of(UUID id, String account, Visibility visibility) {
    ReceiptRow row = database.find(ReceiptRow.class, id);
    if (row == null) {
      return Optional.empty();
    }
    BriefingRow briefing = database.find(BriefingRow.class, row.briefing());
    boolean shown = row.isOf(account) || visibility.withdrawnOf(briefing.briefing().office());
    return shown ? Optional.of(row.receipt(briefing.briefing().reference())) : Optional.empty();
  }

  /** A briefing, if an account got a receipt of it under a reference of its own. */
  public Optional<Briefing> briefing(UUID id, String account, String reference) {
    List<?> found =
        database
            .createNativeQuery(
                """
                select 1 from receipt where depositor = ? and depositor_reference = ?
                  and briefing = cast(? as uuid)""")
            .setParameter(1, account)
            .setParameter(2, reference)
            .setParameter(3, id.toString())
            .getResultList();
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(database.find(BriefingRow.class, id).briefing());
  }
}
