package communique.preservation;

import communique.archive.RenditionOrders;
import communique.briefing.MediaFile;
import communique.briefing.Rendition;
import communique.media.StagedMedia;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The short transactions around the making of renditions. */
@ApplicationScoped
class RenditionWork {
  @Inject private RenditionOrders orders;

  @Transactional
  Optional<MediaFile> next() {
    return orders.next();
  }

  @Transactional
  void keep(MediaFile picture, Map<Rendition, StagedMedia> staged) {
    Map<Rendition, MediaFile> files = new EnumMap<>(Rendition.class);
    staged.forEach((rendition, media) -> files.put(rendition, media.file()));
    if (orders.made(picture.sha256(), files)) {
      staged.values().forEach(StagedMedia::keep);
    }
  }

  /** Whether this was the last attempt. */
  @Transactional
  boolean failed(MediaFile picture, String failure) {
    return orders.failed(picture.sha256(), failure);
  }
}
