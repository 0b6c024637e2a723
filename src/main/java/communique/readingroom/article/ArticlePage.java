package communique.readingroom.article;

import communique.briefing.Block;
import communique.briefing.Content;
import communique.briefing.Digest;
import communique.briefing.LanguageTag;
import communique.briefing.Placement;
import communique.briefing.RecalledFiles;
import communique.briefing.Significance;
import communique.briefing.Translation;
import communique.briefing.Version;
import communique.briefing.VersionJson;
import communique.readingroom.page.EditionLink;
import communique.readingroom.page.FirstWords;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The page of a version.
 *
 * @param translation what it was translated from; absent for an original
 * @param digest of its canonical bytes
 * @param office the name of the office that issued it
 * @param others the editions in other languages, those of linked briefings included
 * @param recalled the files that are no longer shown, with the reasons
 * @param newer where the original is, when this is a translation of an older version of it
 */
public record ArticlePage(
    Version version,
    @Nullable Translation translation,
    Digest digest,
    String office,
    List<EditionLink> others,
    RecalledFiles recalled,
    @Nullable EditionLink newer) {
  private static final int TITLE = 80;

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
    return headline != null
        ? headline
        : FirstWords.of(content().body().plainText(), language(), TITLE);
  }

  /** The media that no place in the text is given for; they stand before it. */
  public List<Placement> before() {
    Set<Integer> placed =
        content().body().blocks().stream()
            .filter(Block.Illustration.class::isInstance)
            .map(block -> ((Block.Illustration) block).placement())
            .collect(Collectors.toSet());
    List<Placement> all = content().placements();
    return IntStream.rangeClosed(1, all.size())
        .filter(position -> !placed.contains(position))
        .mapToObj(position -> all.get(position - 1))
        .toList();
  }

  /** The medium that stands at a place in the text. */
  public Placement at(Block.Illustration illustration) {
    return content().placements().get(illustration.placement() - 1);
  }

  /** Why a medium is not shown; empty when it is. */
  public String recall(Placement placement) {
    String reason = recalled.reason(placement);
    return reason == null ? "" : reason;
  }

  /** Why the text was corrected, when that was more than a slip; empty otherwise. */
  public String correction() {
    String reason = content().reason();
    return version.significance() == Significance.MAJOR && reason != null ? reason : "";
  }

  /** Where the same is for programs. */
  public String json() {
    return "/api/v1/briefings/" + version.briefing().id() + "/" + language();
  }

  /** Where exactly this version is, for programs, whatever replaces it. */
  public String numberedJson() {
    return json() + "/versions/" + version.number();
  }

  /** When the archive took it in. */
  public String acceptedAt() {
    return VersionJson.instant(version.acceptedAt());
  }
}
