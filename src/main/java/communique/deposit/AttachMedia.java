package communique.deposit;

import communique.access.Action;
import communique.access.Caller;
import communique.briefing.MediaFile;
import communique.briefing.Refusal;
import communique.briefing.Upload;
import communique.database.NeedsDatabase;
import communique.media.MediaStore;
import communique.media.StagedMedia;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Takes in a media file before the version that shows it. Nobody sees the file until a version
 * places it; one that no version has placed after a week is dropped.
 */
@NeedsDatabase
@ApplicationScoped
public class AttachMedia {
  /** The largest file, in bytes. */
  public static final long LARGEST = MediaStore.LARGEST;

  @Inject private MediaStore store;
  @Inject private AttachedMedia attached;

  /**
   * Keeps the file; when this returns, it is durable. The bytes go to the disk as they come, and
   * the database is asked only when all have.
   *
   * @throws Refusal when the caller may not deposit; when the file is too large, of a type that is
   *     not kept or not of the type its sender says; MEDIA_CONTRADICTS_DIGEST when it is not what
   *     was sent. Then nothing is kept
   */
  public Outcome attach(Caller caller, Upload upload) {
    caller.mustBeAbleTo(Action.DEPOSIT);
    try (StagedMedia staged = store.stage(upload)) {
      return new Outcome(staged.file(), attached.keep(staged, caller));
    }
  }

  /**
   * What has become of an upload.
   *
   * @param file as it is kept
   * @param fresh whether the caller has neither handed it over before nor sees it
   */
  public record Outcome(MediaFile file, boolean fresh) {}
}
