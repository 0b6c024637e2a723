package communique.reading;

import communique.access.Caller;
import communique.archive.Notices;
import communique.archive.RenditionOrders;
import communique.archive.Versions;
import communique.briefing.Digest;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Rendition;
import communique.database.NeedsDatabase;
import communique.media.MediaStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Gives a smaller picture of a picture. */
@NeedsDatabase
@ApplicationScoped
public class GetRendition {
  @Inject private Versions versions;
  @Inject private Notices notices;
  @Inject private RenditionOrders renditions;
  @Inject private MediaStore store;

  /**
   * The rendition and where its bytes are.
   *
   * @param sha256 of the original
   * @throws Refusal NOT_FOUND when the caller does not see the original, and while there is no such
   *     rendition; WITHDRAWN when the original was recalled
   */
  public GetMedia.Found get(Caller caller, Digest sha256, Rendition rendition) {
    Refusal absent =
        new Refusal(
            Reason.NOT_FOUND,
            "sha256",
            "must be a picture here that has this rendition",
            sha256.hex());
    if (versions.media(sha256, caller.visibility()).isEmpty()) {
      throw notices.whyRecalled(sha256, caller.visibility(), absent);
    }
    return renditions
        .made(sha256, rendition)
        .map(file -> new GetMedia.Found(file, store.place(file.sha256())))
        .orElseThrow(() -> absent);
  }
}
