package communique.readingroom.basket;

import communique.access.Caller;
import communique.briefing.Digest;
import communique.briefing.EditionId;
import communique.briefing.MediaFile;
import communique.briefing.Refusal;
import communique.briefing.Version;
import communique.export.Format;
import communique.export.Publication;
import communique.reading.GetEditions;
import communique.reading.GetMedia;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packs what is in a basket into a ZIP while it is sent: of each edition a folder with its text in
 * three forms, each file once, and a table of all.
 */
@ApplicationScoped
class Packing {
  /** How many bytes of files go in; of those beyond, the addresses are told. */
  static final long MOST = 1_000_000_000;

  private static final List<Format> FORMS = List.of(Format.JSON, Format.XHTML, Format.TEXT);

  @Inject private Publications publications;
  @Inject private GetMedia getMedia;

  void write(List<GetEditions.Item> items, URI base, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    zip.setLevel(Deflater.BEST_SPEED);
    Map<EditionId, Publication> shown = publications.shown(items, base);
    put(zip, "contents.csv", Publications.table(items, shown).bytes());
    Set<MediaFile> files = new LinkedHashSet<>();
    for (Publication publication : shown.values()) {
      Version version = publication.version();
      String folder = version.briefing().reference().replace('/', '-') + "." + version.language();
      for (Format form : FORMS) {
        put(zip, folder + "/text." + form.ending(), form.write(publication));
      }
      files.addAll(publication.recalled().shownFiles(version.content()));
    }
    media(zip, files, base);
    zip.finish();
  }

  private void media(ZipOutputStream zip, Set<MediaFile> files, URI base) throws IOException {
    StringBuilder left = new StringBuilder();
    long packed = 0;
    Set<Digest> done = new LinkedHashSet<>();
    for (MediaFile file : files) {
      if (!done.add(file.sha256())) {
        continue;
      }
      if (packed + file.size() <= MOST && put(zip, file)) {
        packed += file.size();
      } else {
        left.append(base).append("/api/v1/media/").append(file.sha256()).append("\r\n");
      }
    }
    if (!left.isEmpty()) {
      put(zip, "not-packed.txt", left.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  // False when it has gone since the text was read.
  private boolean put(ZipOutputStream zip, MediaFile file) throws IOException {
    try {
      Path bytes = getMedia.get(Caller.ANONYMOUS, file.sha256()).bytes();
      return put(zip, "media/" + file.name(), bytes);
    } catch (Refusal gone) {
      return false;
    }
  }

  static boolean put(ZipOutputStream zip, String name, Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      zip.putNextEntry(new ZipEntry(name));
      bytes.transferTo(zip);
      zip.closeEntry();
      return true;
    } catch (NoSuchFileException gone) {
      return false;
    }
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }
}
