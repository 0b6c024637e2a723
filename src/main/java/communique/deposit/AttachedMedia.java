package communique.deposit;

import communique.archive.MediaHoldings;
import communique.media.StagedMedia;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** The transaction of an upload: short, because the bytes have come before it begins. */
@ApplicationScoped
class AttachedMedia {
  @Inject private MediaHoldings holdings;

  /**
   * Makes the file known and moves it to its address.
   *
   * @return whether it was not known before
   */
  @Transactional
  boolean keep(StagedMedia staged, String uploadedBy) {
    boolean fresh = holdings.hold(staged.file(), uploadedBy);
    staged.keep();
    return fresh;
  }
}
