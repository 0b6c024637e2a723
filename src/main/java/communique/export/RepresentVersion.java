package communique.export;

import communique.access.Caller;
import communique.archive.LinkedOverviews;
import communique.archive.Offices;
import communique.archive.Versions;
import communique.briefing.EditionId;
import communique.briefing.LanguageTag;
import communique.briefing.Office;
import communique.briefing.Overview;
import communique.briefing.RecalledFiles;
import communique.briefing.Stored;
import communique.briefing.Translation;
import communique.briefing.Version;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives a version that its caller sees in another format than the stored one. */
@NeedsDatabase
@ApplicationScoped
public class RepresentVersion {
  /** How many other editions are told of; a briefing has about ten. */
  private static final int MOST = 50;

  @Inject private LinkedOverviews overviews;
  @Inject private Offices offices;
  @Inject private Versions versions;

  /**
   * The version as it is to be written. It costs four queries, seven where the briefing is linked
   * with others, one more where there are files, one more where not everybody sees it, and the
   * reading of the stored bytes.
   *
   * @param stored what the caller was given
   * @param base where the archive is, without a slash at its end
   */
  public Publication represent(Caller caller, Stored stored, URI base) {
    Version version = stored.version();
    Optional<Overview> overview = overviews.of(version.briefing().id(), caller.visibility());
    return new Publication(
        version,
        office(version),
        base,
        overview.map(found -> alternates(found, version.language())).orElse(List.of()),
        Translation.told(
            version.translation(),
            overview
                .map(found -> found.linked().translations().get(version.language()))
                .orElse(null)),
        recalled(caller, version),
        stored.open() ? null : embargo(caller, version));
  }

  private @Nullable Instant embargo(Caller caller, Version version) {
    return versions
        .embargo(
            new EditionId(version.briefing().id(), version.language()),
            version.number(),
            caller.visibility())
        .orElse(null);
  }

  // The briefing's own before those of linked ones.
  private static List<Publication.Alternate> alternates(Overview overview, LanguageTag shown) {
    Map<LanguageTag, Publication.Alternate> alternates = new LinkedHashMap<>();
    Stream.concat(Stream.of(overview), overview.linked().briefings().stream())
        .flatMap(RepresentVersion::editions)
        .filter(edition -> !edition.language().equals(shown))
        .forEach(edition -> alternates.putIfAbsent(edition.language(), edition));
    return alternates.values().stream().limit(MOST).toList();
  }

  private static Stream<Publication.Alternate> editions(Overview overview) {
    return overview.editions().stream()
        .map(
            edition -> {
              Translation translation = edition.translation();
              return new Publication.Alternate(
                  overview.briefing().id(),
                  edition.language(),
                  translation == null ? null : translation.from());
            });
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
