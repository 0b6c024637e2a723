package communique.preservation;

import communique.briefing.MediaFile;
import communique.briefing.Refusal;
import communique.briefing.Rendition;
import communique.database.NeedsDatabase;
import communique.media.Renditions;
import communique.media.StagedMedia;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the smaller pictures of a picture that has none yet. A picture is tried three times at
 * most; one of which nothing can be made is served as it came.
 */
@NeedsDatabase
@ApplicationScoped
public class MakeRenditions {
  private static final System.Logger LOG = System.getLogger(MakeRenditions.class.getName());

  @Inject private Renditions renditions;
  @Inject private RenditionWork work;

  /**
   * Makes those of the picture that waits longest. Safe to run on several nodes at once; no
   * transaction is open while a picture is worked on.
   *
   * @return whether there was one; then there may be more
   */
  public boolean next() {
    Optional<MediaFile> picture = work.next();
    picture.ifPresent(this::attempt);
    return picture.isPresent();
  }

  private void attempt(MediaFile picture) {
    try {
      make(picture);
    } catch (IOException | UncheckedIOException | Refusal failure) {
      failed(picture, failure);
    } catch (OutOfMemoryError tooLittle) {
      // What the attempt had is free again; others go on.
      failed(picture, tooLittle);
    }
  }

  private void make(MediaFile picture) throws IOException {
    Map<Rendition, StagedMedia> staged = renditions.make(picture);
    try {
      work.keep(picture, staged);
    } finally {
      staged.values().forEach(StagedMedia::close);
    }
  }

  private void failed(MediaFile picture, Throwable failure) {
    boolean last = work.failed(picture, failure.toString());
    LOG.log(
        last ? System.Logger.Level.ERROR : System.Logger.Level.INFO,
        "no renditions can be made of " + picture.sha256() + (last ? "" : "; it is tried again"),
        failure);
  }
}
