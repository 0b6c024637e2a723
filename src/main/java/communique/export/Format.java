package communique.export;

import communique.briefing.Coded;
import communique.briefing.VersionJson;

/** The formats in which a version can be had; the first is the one that is stored. */
public enum Format implements Coded {
  /** The canonical form, byte for byte as it was digested. */
  JSON("json", "application/json", "json"),
  /** A page: XHTML, the XML syntax of HTML. */
  XHTML("xhtml", "application/xhtml+xml", "xhtml"),
  /** A {@code NewsArticle} of schema.org in JSON-LD 1.1. */
  JSON_LD("jsonld", "application/ld+json", "jsonld"),
  /** IPTC ninjs 3.1, which has no registered media type; this one is in the style of its kin. */
  NINJS("ninjs", "application/vnd.iptc.ninjs+json", "ninjs.json"),
  /** An IPTC NewsML-G2 2.35 news item. */
  NEWSML_G2("newsml-g2", "application/vnd.iptc.g2.newsitem+xml", "newsml-g2.xml"),
  /** Text without mark-up. */
  TEXT("text", "text/plain; charset=utf-8", "txt"),
  /** A citation in the tagged form of Research Information Systems. */
  RIS("ris", "application/x-research-info-systems", "ris"),
  /** A citation for BibTeX and biblatex, in UTF-8. */
  BIBTEX("bibtex", "application/x-bibtex", "bib"),
  /** A citation as data of the Citation Style Language 1.0.2. */
  CSL("csl", "application/vnd.citationstyles.csl+json", "csl.json");

  private final String code;
  private final String mediaType;
  private final String ending;

  Format(String code, String mediaType, String ending) {
    this.code = code;
    this.mediaType = mediaType;
    this.ending = ending;
  }

  /** Its short name, as in {@code ?format=ris}. */
  @Override
  public String code() {
    return code;
  }

  /** Its media type (RFC 6838), with parameters where it has any. */
  public String mediaType() {
    return mediaType;
  }

  /** How the names of files of it end, without the dot before. */
  public String ending() {
    return ending;
  }

  /** The publication in this format. */
  public byte[] write(Publication publication) {
    return switch (this) {
      case JSON -> VersionJson.write(publication.version());
      case XHTML -> XhtmlPage.write(publication);
      case JSON_LD -> NewsArticle.write(publication);
      case NINJS -> Ninjs.write(publication);
      case NEWSML_G2 -> NewsItem.write(publication);
      case TEXT -> PlainText.write(publication);
      case RIS -> Ris.write(publication);
      case BIBTEX -> BibTex.write(publication);
      case CSL -> CslJson.write(publication);
    };
  }
}
