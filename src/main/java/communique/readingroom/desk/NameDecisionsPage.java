package communique.readingroom.desk;

import communique.briefing.EditionId;
import communique.briefing.LanguageTag;
import communique.briefing.Version;
import communique.briefing.names.Name;
import communique.readingroom.page.EditionLink;
import communique.readingroom.page.FirstWords;
import java.util.List;

/**
 * The page of what is decided on the names in an edition.
 *
 * @param version as whoever decides sees it
 * @param candidates those who may be meant, in the order of the text
 * @param liked languages of who decides, the dearest first
 * @param account who decides
 */
public record NameDecisionsPage(
    Version version, List<Candidate> candidates, List<LanguageTag> liked, String account) {
  public NameDecisionsPage {
    candidates = List.copyOf(candidates);
    liked = List.copyOf(liked);
  }

  /** The language of the edition. */
  public LanguageTag language() {
    return version.language();
  }

  /** What the edition is called by. */
  public String name() {
    return FirstWords.title(
        version.content().headline(), language(), version.briefing().reference());
  }

  /** What somebody is called to who decides. */
  public Name label(Candidate candidate) {
    return candidate.authority().content().label(liked);
  }

  /** Where the text is. */
  public String text() {
    return EditionLink.href(version.briefing().id(), language());
  }

  /** Where what is decided on somebody is sent to. */
  public String href(Candidate candidate) {
    return href(new EditionId(version.briefing().id(), language())) + "/" + candidate.id();
  }

  static String href(EditionId edition) {
    return "/desk" + EditionLink.href(edition.briefing(), edition.language()) + "/names";
  }
}
