package communique.reading;

import communique.access.Caller;
import communique.archive.Notices;
import communique.archive.Versions;
import communique.briefing.Digest;
import communique.briefing.MediaFile;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.database.NeedsDatabase;
import communique.media.MediaStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;

/** Gives a media file. */
@NeedsDatabase
@ApplicationScoped
public class GetMedia {
  @Inject private Versions versions;
  @Inject private Notices notices;
  @Inject private MediaStore store;

  /**
   * The file and where its bytes are.
   *
   * @throws Refusal NOT_FOUND when the caller sees no version that uses it, WITHDRAWN when those
   *     that do had it recalled
   */
  public Found get(Caller caller, Digest sha256) {
    MediaFile file =
        versions.media(sha256, caller.visibility()).orElseThrow(() -> absent(caller, sha256));
    return new Found(file, store.place(sha256));
  }

  private Refusal absent(Caller caller, Digest sha256) {
    return notices.whyRecalled(
        sha256,
        caller.visibility(),
        new Refusal(Reason.NOT_FOUND, "sha256", "must be a media file here", sha256.hex()));
  }

  /** A media file and where its bytes are. */
  public record Found(MediaFile file, Path bytes) {}
}
