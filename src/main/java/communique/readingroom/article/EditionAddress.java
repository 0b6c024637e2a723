package communique.readingroom.article;

import communique.briefing.LanguageTag;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.readingroom.page.EditionLink;
import java.util.UUID;

/** Where the pages of an edition are. */
public record EditionAddress(UUID briefing, LanguageTag language) {

  /**
   * The edition that an address names.
   *
   * @throws Refusal NOT_FOUND when the identity cannot be one
   */
  static EditionAddress of(String id, String language) {
    return new EditionAddress(briefing(id), new LanguageTag(language));
  }

  /**
   * The briefing that an address names; to a reader, one that cannot be is not there.
   *
   * @throws Refusal NOT_FOUND when the identity cannot be one
   */
  static UUID briefing(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new Refusal(Reason.NOT_FOUND, "id", "must be a UUID (RFC 9562)", id, e);
    }
  }

  /** The edition as it is now. */
  public String present() {
    return EditionLink.href(briefing, language);
  }

  /** All its versions. */
  public String versions() {
    return present() + "/versions";
  }

  /** One of its versions, whatever replaces it. */
  public String version(int number) {
    return versions() + "/" + number;
  }

  /** How one of its versions differs from another. */
  public String compare(int from, int to) {
    return present() + "/compare?from=" + from + "&to=" + to;
  }

  /** Its pictures, recordings and documents. */
  public String media() {
    return present() + "/media";
  }

  /** Those of one of its versions. */
  public String media(int number) {
    return version(number) + "/media";
  }

  /** Briefings that are like it. */
  public String similar() {
    return present() + "/similar";
  }

  /** Where archivists say whom it names. */
  public String decisions() {
    return "/desk" + present() + "/names";
  }

  /** This edition beside one in another language. */
  public String beside(LanguageTag other) {
    return "/briefings/" + briefing + "/compare?left=" + language + "&right=" + other;
  }

  /** One of its versions, for programs. */
  public String json(int number) {
    return "/api/v1" + version(number);
  }
}
