package communique.reading;

import communique.archive.RenditionOrders;
import communique.briefing.Digest;
import communique.briefing.MediaFile;
import communique.briefing.Rendition;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Tells which smaller pictures there are of pictures that a caller sees already. */
@NeedsDatabase
@ApplicationScoped
public class ListRenditions {
  @Inject private RenditionOrders renditions;

  /**
   * Those that are made, by picture; a picture of which none is made is absent.
   *
   * @param files those of a version, at most 200
   */
  public Map<Digest, Map<Rendition, MediaFile>> of(List<MediaFile> files) {
    List<Digest> pictures =
        files.stream()
            .filter(file -> file.type().startsWith("image/"))
            .map(MediaFile::sha256)
            .distinct()
            .toList();
    return pictures.isEmpty() ? Map.of() : renditions.madeOf(pictures);
  }
}
