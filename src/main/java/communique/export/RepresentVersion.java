package communique.export;

import communique.access.Caller;
import communique.archive.Offices;
import communique.archive.Overviews;
import communique.archive.Versions;
import communique.briefing.Office;
import communique.briefing.Overview;
import communique.briefing.RecalledFiles;
import communique.briefing.Stored;
import communique.briefing.Version;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Gives a version that its caller sees in another format than the stored one. */
@NeedsDatabase
@ApplicationScoped
public class RepresentVersion {
  /** How many other editions are told of; a briefing has about ten. */
  private static final int MOST = 50;

  @Inject private Overviews overviews;
  @Inject private Offices offices;
  @Inject private Versions versions;

  /**
   * The version as it is to be written. It costs two queries, one more where there are files, and
   * the reading of the stored bytes.
   *
   * @param stored what the caller was given
   * @param base where the archive is, without a slash at its end
   */
  public Publication represent(Caller caller, Stored stored, URI base) {
    Version version = stored.version();
    List<Publication.Alternate> alternates =
        overviews
            .of(version.briefing().id(), caller.visibility())
            .map(Overview::editions)
            .orElse(List.of())
            .stream()
            .filter(edition -> !edition.language().equals(version.language()))
            .limit(MOST)
            .map(edition -> new Publication.Alternate(edition.language(), edition.translatedFrom()))
            .toList();
    return new Publication(version, office(version), base, alternates, recalled(caller, version));
  }

  private RecalledFiles recalled(Caller caller, Version version) {
    return RecalledFiles.NONE.shownFiles(version.content()).isEmpty()
        ? RecalledFiles.NONE
        : versions.recalled(version.briefing().id(), caller.visibility());
  }

  private Office office(Version version) {
    return offices.all().stream()
        .filter(office -> office.code().equals(version.briefing().office()))
        .findFirst()
        .orElseGet(() -> new Office(version.briefing().office(), Map.of(), List.of()));
  }
}
