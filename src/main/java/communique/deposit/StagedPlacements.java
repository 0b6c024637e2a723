package communique.deposit;

import communique.archive.KnownFile;
import communique.briefing.Content;
import communique.briefing.Digest;
import communique.briefing.MediaFile;
import communique.briefing.Placement;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Upload;
import communique.media.MediaStore;
import communique.media.StagedMedia;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The content of a hand-over with its files looked at but not yet kept; closing drops them. */
final class StagedPlacements implements AutoCloseable {
  private final List<StagedMedia> staged = new ArrayList<>();
  private Content content;

  private StagedPlacements(Content content) {
    this.content = content;
  }

  static StagedPlacements of(
      EditionSubmission edition, MediaStore media, Map<Digest, KnownFile> known) {
    StagedPlacements all = new StagedPlacements(edition.content());
    boolean done = false;
    try {
      all.stage(edition, media, known);
      done = true;
      return all;
    } finally {
      if (!done) {
        all.close();
      }
    }
  }

  /**
   * Demands that no file is named by its digest alone that was recalled wherever the caller knows
   * it from: it would be public again without anybody having handed over its bytes.
   *
   * @throws Refusal UNKNOWN_VALUE when one is
   */
  static void mustNotBeRecalled(Hand hand, Map<Digest, KnownFile> known) {
    List<Placement> placements = hand.edition().content().placements();
    for (int i = 0; i < placements.size(); i++) {
      MediaFile named =
          hand.edition().uploads().get(i + 1) == null ? placements.get(i).file() : null;
      KnownFile file = named == null ? null : known.get(named.sha256());
      if (file != null && !file.mayBeNamedIn(hand.briefing().id())) {
        throw new Refusal(
            Reason.UNKNOWN_VALUE,
            "media[" + i + "].file.sha256",
            "was recalled; to be shown here its bytes must be handed over",
            file.file().sha256().hex());
      }
    }
  }

  private void stage(EditionSubmission edition, MediaStore media, Map<Digest, KnownFile> known) {
    List<Placement> placements = new ArrayList<>(content.placements());
    for (int i = 0; i < placements.size(); i++) {
      Upload upload = edition.uploads().get(i + 1);
      Placement placement = placements.get(i);
      if (upload != null || placement.file() != null) {
        placements.set(
            i,
            Refusal.within(
                "media[" + i + "]",
                () -> fitting(placement.with(file(placement, upload, media, known)))));
      }
    }
    content = content.withPlacements(placements);
  }

  private MediaFile file(
      Placement placement,
      @Nullable Upload upload,
      MediaStore media,
      Map<Digest, KnownFile> known) {
    if (upload != null) {
      StagedMedia file = media.stage(upload);
      staged.add(file);
      return file.file();
    }
    MediaFile named = Objects.requireNonNull(placement.file());
    KnownFile file = known.get(named.sha256());
    if (file == null) {
      throw new Refusal(
          Reason.UNKNOWN_VALUE,
          "file.sha256",
          "must be a file that was handed over before",
          named.sha256().hex());
    }
    return file.file();
  }

  private static Placement fitting(Placement placement) {
    MediaFile file = Objects.requireNonNull(placement.file());
    if (placement.role() == Placement.Role.PHOTO && !file.type().startsWith("image/")) {
      throw new Refusal(
          Reason.MEDIA_CONTRADICTS_TYPE, "role", "a photo must be an image", file.type());
    }
    return placement;
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
