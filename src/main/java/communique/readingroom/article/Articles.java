package communique.readingroom.article;

import communique.access.Caller;
import communique.briefing.EditionId;
import communique.briefing.LanguageTag;
import communique.briefing.MediaFile;
import communique.briefing.Moment;
import communique.briefing.Overview;
import communique.briefing.RecalledFiles;
import communique.briefing.Refusal;
import communique.briefing.Stored;
import communique.briefing.Translation;
import communique.briefing.Version;
import communique.briefing.names.Mentions;
import communique.export.Base;
import communique.names.GetAuthority;
import communique.reading.GetBriefing;
import communique.reading.GetEdition;
import communique.reading.GetVersion;
import communique.reading.ListNames;
import communique.reading.ListOffices;
import communique.reading.ListRenditions;
import communique.reading.ListVersions;
import communique.readingroom.page.EditionLink;
import communique.readingroom.page.OfficeNames;
import communique.readingroom.page.Preference;
import communique.readingroom.page.SubjectLink;
import communique.readingroom.page.Words;
import communique.subject.SubjectNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Gathers what stands on the page of a version, as everybody sees it. */
@ApplicationScoped
class Articles {
  @Inject private GetBriefing getBriefing;
  @Inject private GetEdition getEdition;
  @Inject private GetVersion getVersion;
  @Inject private ListVersions listVersions;
  @Inject private ListOffices listOffices;
  @Inject private SubjectNames subjects;
  @Inject private ListRenditions listRenditions;
  @Inject private ListNames listNames;
  @Inject private GetAuthority getAuthority;

  /**
   * An edition as everybody sees it now.
   *
   * @throws Refusal NOT_FOUND when nobody may see it, WITHDRAWN when that was so before
   */
  Stored present(EditionAddress edition) {
    return getEdition.get(Caller.ANONYMOUS, edition.briefing(), edition.language());
  }

  /**
   * One of its versions.
   *
   * @throws Refusal NOT_FOUND when not everybody may see it, WITHDRAWN when that was so before
   */
  Stored numbered(EditionAddress edition, int number) {
    return getVersion.get(Caller.ANONYMOUS, edition.briefing(), edition.language(), number);
  }

  /**
   * The page.
   *
   * @param stored the version
   * @param present the number of the one that is shown at the address of the edition
   */
  ArticlePage of(Stored stored, int present, HttpServletRequest request) {
    Version version = stored.version();
    LanguageTag language = version.language();
    Overview overview = getBriefing.get(Caller.ANONYMOUS, version.briefing().id());
    Words words = Words.likedBy(Preference.of(request));
    return new ArticlePage(
        version,
        Translation.told(version.translation(), overview.linked().translations().get(language)),
        stored.digest(),
        issuer(version, words),
        new EditionHistory(versions(version), null, version.number(), present),
        EditionLink.others(overview, language),
        version.number() == present ? EditionLink.newer(overview, language) : null,
        media(version),
        version.number() == present ? names(version, words) : List.of(),
        version.content().subjects().stream()
            .map(code -> SubjectLink.of(code, subjects, words))
            .toList(),
        Base.of(request.getRequestURL(), request.getRequestURI()).toString());
  }

  /** The office that issued a version. */
  Issuer issuer(Version version, Words words) {
    return Issuer.of(
        version.briefing().office(),
        version.language(),
        new OfficeNames(listOffices.list(), words),
        LocalDate.now(ZoneOffset.UTC));
  }

  /** The media of a version. */
  ShownMedia media(Version version) {
    List<MediaFile> files = RecalledFiles.NONE.shownFiles(version.content());
    return new ShownMedia(
        version.content(),
        files.isEmpty()
            ? RecalledFiles.NONE
            : getBriefing.recalled(Caller.ANONYMOUS, version.briefing().id()),
        listRenditions.of(files));
  }

  private List<Moment> versions(Version version) {
    UUID briefing = version.briefing().id();
    return listVersions
        .list(Caller.ANONYMOUS, briefing, version.language(), 0, ListVersions.MOST)
        .versions();
  }

  private List<NamedAuthority> names(Version version, Words words) {
    Mentions mentions =
        listNames
            .list(Caller.ANONYMOUS, new EditionId(version.briefing().id(), version.language()))
            .mentions();
    return NamedAuthority.of(
        mentions.names(), getAuthority.all(mentions.authorities()), words.language());
  }
}
