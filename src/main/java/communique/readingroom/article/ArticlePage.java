package communique.readingroom.article;

import communique.briefing.Beginning;
import communique.briefing.Content;
import communique.briefing.Digest;
import communique.briefing.EditionId;
import communique.briefing.LanguageTag;
import communique.briefing.Rendition;
import communique.briefing.Translation;
import communique.briefing.Version;
import communique.briefing.names.AuthorityKind;
import communique.export.Format;
import communique.readingroom.page.EditionLink;
import communique.readingroom.page.Room;
import communique.readingroom.page.SubjectLink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of a version.
 *
 * @param translation what it was translated from; absent for an original
 * @param digest of its canonical bytes
 * @param issuer the office that issued it
 * @param history what the edition has been
 * @param others the editions in other languages, those of linked briefings included
 * @param newer where the original is, when this is a translation of an older version of it
 * @param media what it shows
 * @param names whom it names; none of a version that was replaced
 * @param subjects what it is about
 * @param base the address of the archive, without a slash at its end
 */
public record ArticlePage(
    Version version,
    @Nullable Translation translation,
    Digest digest,
    Issuer issuer,
    EditionHistory history,
    List<EditionLink> others,
    @Nullable EditionLink newer,
    ShownMedia media,
    List<NamedAuthority> names,
    List<SubjectLink> subjects,
    String base) {
  private static final int TITLE = 80;
  private static final int HEADLINE = 100;
  private static final int DESCRIPTION = 200;

  /** What the version says. */
  public Content content() {
    return version.content();
  }

  /** The language of the text. */
  public LanguageTag language() {
    return version.language();
  }

  /** A name for the browser's window: the headline, else the first words; never shown as one. */
  public String title() {
    String headline = content().headline();
    return Beginning.of(
        headline != null ? headline : content().body().plainText(),
        language(),
        headline != null ? HEADLINE : TITLE);
  }

  /** The edition that it is a version of. */
  public EditionId edition() {
    return new EditionId(version.briefing().id(), language());
  }

  /** Where its pages are. */
  public EditionAddress address() {
    return new EditionAddress(version.briefing().id(), language());
  }

  /** Where exactly this version is, whatever replaces it, from anywhere. */
  public String permanent() {
    return base + address().version(version.number());
  }

  /** Those of a kind whom it names. */
  public List<NamedAuthority> named(AuthorityKind kind) {
    return names.stream().filter(each -> each.kind() == kind).toList();
  }

  /** How it is cited from this room. */
  public List<Citations.Cited> citations(Room room) {
    return new Citations(version, issuer.name().text(), room.name(), permanent(), room.words())
        .all();
  }

  /** Its citations as files. */
  public List<Download> citationFiles() {
    return Download.citations(version);
  }

  /** Itself as files. */
  public List<Download> textFiles() {
    return Download.texts(version);
  }

  /** Where all its media are. */
  public String mediaHref() {
    return history.isEarlier() ? address().media(version.number()) : address().media();
  }

  /** The one address of this page, from anywhere. */
  public String canonical() {
    return history.isEarlier() ? permanent() : base + address().present();
  }

  /** What it says, in short, for those who pass its address on: its first words. */
  public String description() {
    return Beginning.of(content().body().plainText(), language(), DESCRIPTION);
  }

  /** Where the first picture that everybody may see is, from anywhere; absent without one. */
  public @Nullable String picture() {
    return media.all().stream()
        .filter(Figure::isPicture)
        .findFirst()
        .map(figure -> base + figure.src(Rendition.LARGE))
        .orElse(null);
  }

  /** Where the version is as linked data (JSON-LD). */
  public String linkedData() {
    return address().json(version.number()) + "?format=" + Format.JSON_LD.code();
  }
}
