package communique.export;

import communique.briefing.Content;
import communique.briefing.Digest;
import communique.briefing.EditionId;
import communique.briefing.Issued;
import communique.briefing.LanguageTag;
import communique.briefing.Office;
import communique.briefing.RecalledFiles;
import communique.briefing.Translation;
import communique.briefing.Version;
import communique.briefing.VersionJson;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version with all that its writers need beside it.
 *
 * @param version what is written
 * @param office who issued it
 * @param base where the archive is, an absolute address without a slash at its end
 * @param alternates the other editions that the reader may see, of each language one
 * @param translation what it was translated from; absent for an original
 * @param recalled its files that are no longer shown
 * @param embargo the instant before which it is not public; absent once it is
 * @param address where it was asked for; absent where that is the address of its edition
 */
public record Publication(
    Version version,
    Office office,
    URI base,
    List<Alternate> alternates,
    @Nullable Translation translation,
    RecalledFiles recalled,
    @Nullable Instant embargo,
    @Nullable URI address) {
  public Publication {
    alternates = List.copyOf(alternates);
  }

  /** A version as what its edition is now. */
  public Publication(
      Version version,
      Office office,
      URI base,
      List<Alternate> alternates,
      @Nullable Translation translation,
      RecalledFiles recalled,
      @Nullable Instant embargo) {
    this(version, office, base, alternates, translation, recalled, embargo, null);
  }

  /** A version by itself that everybody may see. */
  public Publication(Version version, Office office, URI base, RecalledFiles recalled) {
    this(version, office, base, List.of(), version.translation(), recalled, null);
  }

  /** The same under embargo, or no longer so. */
  Publication under(@Nullable Instant instant) {
    return new Publication(
        version, office, base, alternates, translation, recalled, instant, address);
  }

  /** The same, asked for at an address. */
  public Publication at(URI asked) {
    return new Publication(
        version, office, base, alternates, translation, recalled, embargo, asked);
  }

  /** The one address of what was asked for (RFC 6596). */
  URI canonical() {
    return address == null ? edition() : address;
  }

  /**
   * Another edition of the same briefing, or of one that is linked with it.
   *
   * @param briefing to which it belongs
   * @param translatedFrom absent for an original
   */
  public record Alternate(
      UUID briefing, LanguageTag language, @Nullable LanguageTag translatedFrom) {}

  /**
   * What its edition is known by, as in the feeds: the same for ever, wherever it was asked for.
   */
  public String identity() {
    return identity(version.language());
  }

  /** What the edition in a language is known by, be it of a linked briefing. */
  public String identity(LanguageTag language) {
    return new EditionId(briefing(language), language).urn();
  }

  /** Where its edition is; the same for all its versions. */
  public URI edition() {
    return edition(version.language());
  }

  /** Where the edition in a language is, be it of a linked briefing. */
  public URI edition(LanguageTag language) {
    return URI.create(base + "/api/v1/briefings/" + briefing(language) + "/" + language);
  }

  private UUID briefing(LanguageTag language) {
    return alternates.stream()
        .filter(other -> other.language().equals(language))
        .findFirst()
        .map(Alternate::briefing)
        .orElse(version.briefing().id());
  }

  /** Where people read this very version, whatever replaces it. */
  public URI page() {
    return URI.create(
        base
            + "/briefings/"
            + version.briefing().id()
            + "/"
            + version.language()
            + "/versions/"
            + version.number());
  }

  /** Where this very version is. */
  public URI versioned() {
    return URI.create(edition() + "/versions/" + version.number());
  }

  /** Where a media file is. */
  public URI media(Digest sha256) {
    return URI.create(base + "/api/v1/media/" + sha256);
  }

  /**
   * What it is called where a name is demanded: its headline, else the reference code. A headline
   * is never made up.
   */
  public String title() {
    String headline = content().headline();
    return headline == null ? version.briefing().reference() : headline;
  }

  /**
   * The office's name in the language of the edition or in a near one, else in the office's first
   * language that has one, else its code.
   */
  public String officeName() {
    return office.name(List.of(version.language())).text();
  }

  /** The end of its embargo, as the archive writes instants. */
  Optional<String> embargoed() {
    return Optional.ofNullable(embargo).map(VersionJson::instant);
  }

  /**
   * When it was issued, in ISO 8601 and no more exactly than the office said: a day, or a day and a
   * time, or these and the offset from UTC.
   */
  public Optional<String> issued() {
    return Optional.ofNullable(content().issued()).map(Publication::iso);
  }

  /** What the office says in the version. */
  public Content content() {
    return version.content();
  }

  private static String iso(Issued issued) {
    StringBuilder text = new StringBuilder(issued.date().toString());
    if (issued.time() != null) {
      text.append('T').append(DatesOut.TIME.format(issued.time()));
    }
    if (issued.zone() != null) {
      text.append(DatesOut.zone(issued.zone()));
    }
    return text.toString();
  }
}
