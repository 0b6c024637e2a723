package communique.reading;

import communique.access.Caller;
import communique.archive.LinkedOverviews;
import communique.archive.Notices;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the edition of a briefing, or of one that is linked with it, in the language that its
 * caller likes best.
 */
@NeedsDatabase
@ApplicationScoped
public class GetBestEdition {
  @Inject private LinkedOverviews overviews;
  @Inject private Notices notices;

  /**
   * An edition.
   *
   * @param briefing to which it belongs
   */
  public record Found(UUID briefing, LanguageTag language) {}

  /**
   * The edition.
   *
   * @param wanted language ranges, the best liked first
   * @throws Refusal NOT_FOUND when the caller sees no edition of it, WITHDRAWN when it did before
   */
  public Found get(Caller caller, UUID briefing, List<LanguageRange> wanted) {
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
    return best(overview, wanted);
  }

  /**
   * The lookup of RFC 4647 (section 3.4), range by range, and where it finds nothing the more
   * special edition, such as {@code zh-Hant} for {@code zh}; in the end the original. The
   * briefing's own go before those of linked ones, unless they fit less.
   */
  static Found best(Overview overview, List<LanguageRange> wanted) {
    List<Found> all =
        Stream.concat(Stream.of(overview), overview.linked().briefings().stream())
            .flatMap(GetBestEdition::editions)
            .toList();
    List<String> tags = all.stream().map(edition -> edition.language().tag()).toList();
    for (LanguageRange range : wanted) {
      String found = range.getWeight() == 0 ? null : matching(range, tags);
      if (found != null) {
        return all.get(tags.indexOf(new LanguageTag(found).tag()));
      }
    }
    List<Overview.Edition> own = overview.editions();
    Overview.Edition instead =
        own.stream().filter(Overview.Edition::isOriginal).findFirst().orElse(own.get(0));
    return new Found(overview.briefing().id(), instead.language());
  }

  private static Stream<Found> editions(Overview overview) {
    return overview.editions().stream()
        .map(edition -> new Found(overview.briefing().id(), edition.language()));
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
