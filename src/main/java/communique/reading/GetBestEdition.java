package communique.reading;

import communique.access.Caller;
import communique.archive.Notices;
import communique.archive.Overviews;
import communique.briefing.LanguageTag;
import communique.briefing.Notice;
import communique.briefing.Overview;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the edition of a briefing in the language that its caller likes best. */
@NeedsDatabase
@ApplicationScoped
public class GetBestEdition {
  @Inject private Overviews overviews;
  @Inject private Notices notices;

  /**
   * The language of the edition.
   *
   * @param wanted language ranges, the best liked first
   * @throws Refusal NOT_FOUND when the caller sees no edition of it, WITHDRAWN when it did before
   */
  public LanguageTag get(Caller caller, UUID briefing, List<LanguageRange> wanted) {
    Overview overview =
        overviews
            .of(briefing, caller.visibility())
            .orElseThrow(
                () ->
                    notices.whyNot(
                        briefing,
                        Notice.Scope.ALL,
                        caller.visibility(),
                        new Refusal(
                            Reason.NOT_FOUND,
                            "briefing",
                            "must be a briefing here",
                            "" + briefing)));
    return best(overview.editions(), wanted);
  }

  /**
   * The lookup of RFC 4647 (section 3.4), range by range, and where it finds nothing the more
   * special edition, such as {@code zh-Hant} for {@code zh}; in the end the original.
   */
  static LanguageTag best(List<Overview.Edition> editions, List<LanguageRange> wanted) {
    List<String> tags = editions.stream().map(edition -> edition.language().tag()).toList();
    for (LanguageRange range : wanted) {
      String found = range.getWeight() == 0 ? null : matching(range, tags);
      if (found != null) {
        return new LanguageTag(found);
      }
    }
    return editions.stream()
        .filter(edition -> edition.translatedFrom() == null)
        .findFirst()
        .orElse(editions.get(0))
        .language();
  }

  private static @Nullable String matching(LanguageRange range, List<String> tags) {
    if (range.getRange().equals("*")) {
      return null;
    }
    String exact = Locale.lookupTag(List.of(range), tags);
    if (exact != null) {
      return exact;
    }
    return Locale.filterTags(List.of(range), tags).stream().findFirst().orElse(null);
  }
}
