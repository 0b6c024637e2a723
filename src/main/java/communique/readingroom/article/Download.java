package communique.readingroom.article;

import communique.briefing.Version;
import communique.export.Format;
import communique.readingroom.page.Words;
import java.util.Arrays;
import java.util.List;

/**
 * A form in which a version can be had as a file.
 *
 * @param format which
 * @param href where it is
 * @param file what the file is called
 */
public record Download(Format format, String href, String file) {
  private static final List<Format> CITATIONS = List.of(Format.RIS, Format.BIBTEX, Format.CSL);

  /** The citations of a version. */
  static List<Download> citations(Version version) {
    return CITATIONS.stream().map(format -> of(format, version)).toList();
  }

  /** The version itself. */
  static List<Download> texts(Version version) {
    return Arrays.stream(Format.values())
        .filter(format -> !CITATIONS.contains(format))
        .map(format -> of(format, version))
        .toList();
  }

  private static Download of(Format format, Version version) {
    EditionAddress address = new EditionAddress(version.briefing().id(), version.language());
    String name =
        version.briefing().reference().replace('/', '-')
            + "-"
            + version.language()
            + "-"
            + version.number();
    return new Download(
        format,
        address.json(version.number()) + "?format=" + format.code(),
        name + "." + format.ending());
  }

  /** What the form is called. */
  public String name(Words words) {
    return switch (format) {
      case JSON -> words.of("download.canonical");
      case XHTML -> "XHTML";
      case JSON_LD -> "JSON-LD (schema.org)";
      case NINJS -> "ninjs (IPTC)";
      case NEWSML_G2 -> "NewsML-G2 (IPTC)";
      case TEXT -> words.of("download.text");
      case RIS -> "RIS";
      case BIBTEX -> "BibTeX";
      case CSL -> "CSL-JSON";
    };
  }
}
