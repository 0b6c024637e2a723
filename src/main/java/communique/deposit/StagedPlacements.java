package communique.deposit;

import communique.briefing.Content;
import communique.briefing.Placement;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Upload;
import communique.media.MediaStore;
import communique.media.StagedMedia;
import java.util.ArrayList;
import java.util.List;

/** The content of a hand-over with its files looked at but not yet kept; closing drops them. */
final class StagedPlacements implements AutoCloseable {
  private final List<StagedMedia> staged = new ArrayList<>();
  private Content content;

  private StagedPlacements(Content content) {
    this.content = content;
  }

  static StagedPlacements of(EditionSubmission edition, MediaStore media) {
    StagedPlacements all = new StagedPlacements(edition.content());
    boolean done = false;
    try {
      all.stage(edition, media);
      done = true;
      return all;
    } finally {
      if (!done) {
        all.close();
      }
    }
  }

  private void stage(EditionSubmission edition, MediaStore media) {
    List<Placement> placements = new ArrayList<>(content.placements());
    for (int i = 0; i < placements.size(); i++) {
      Upload upload = edition.uploads().get(i + 1);
      if (upload != null) {
        Placement placement = placements.get(i);
        placements.set(
            i, Refusal.within("media[" + i + "]", () -> staged(placement, upload, media)));
      }
    }
    content = content.withPlacements(placements);
  }

  private Placement staged(Placement placement, Upload upload, MediaStore media) {
    StagedMedia file = media.stage(upload);
    staged.add(file);
    if (placement.role() == Placement.Role.PHOTO && !file.file().type().startsWith("image/")) {
      throw new Refusal(
          Reason.MEDIA_CONTRADICTS_TYPE, "role", "a photo must be an image", file.file().type());
    }
    return placement.with(file.file());
  }

  /** The content with the addresses of the files. */
  Content content() {
    return content;
  }

  /** Moves the files into the store. */
  void keep() {
    staged.forEach(StagedMedia::keep);
  }

  @Override
  public void close() {
    staged.forEach(StagedMedia::close);
  }
}
