package communique.deposit;

import communique.access.Caller;
import communique.archive.MediaHoldings;
import communique.archive.Versions;
import communique.briefing.Digest;
import communique.media.StagedMedia;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Set;

/** The transaction of an upload: short, because the bytes have come before it begins. */
@ApplicationScoped
class AttachedMedia {
  @Inject private MediaHoldings holdings;
  @Inject private Versions versions;

  /**
   * Makes the file known and moves it to its address.
   *
   * @return whether the caller did not have it here before: that others have is not its business
   */
  @Transactional
  boolean keep(StagedMedia staged, Caller caller) {
    Set<Digest> file = Set.of(staged.file().sha256());
    boolean fresh = versions.files(file, caller.name(), caller.visibility()).isEmpty();
    holdings.hold(staged.file(), caller.name());
    staged.keep();
    return fresh;
  }
}
