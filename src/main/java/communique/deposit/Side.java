package communique.deposit;

import communique.briefing.LanguageTag;
import communique.briefing.Overview;
import communique.journal.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One side of a link: a briefing with those that are linked with it already.
 *
 * @param all their newest versions, whoever may see them
 * @param seen what the caller sees
 * @param open what everybody sees
 */
record Side(List<Overview> all, List<Overview> seen, List<Overview> open) {

  /** The identities of its briefings. */
  List<UUID> ids() {
    return all.stream().map(each -> each.briefing().id()).toList();
  }

  /** The languages of the editions that the caller sees both here and there. */
  Set<String> sharedWith(Side other) {
    Set<String> shared = new TreeSet<>(languages());
    shared.retainAll(other.languages());
    return shared;
  }

  private List<String> languages() {
    return seen.stream()
        .flatMap(briefing -> briefing.editions().stream())
        .map(edition -> edition.language().tag())
        .toList();
  }

  /**
   * What the journal tells when two sides come together or part. To everybody it tells only of what
   * everybody sees and what is linked with something that everybody sees, as if there were nothing
   * else.
   */
  static List<Entry> entries(String verb, String actor, Side one, Side other) {
    List<Entry> entries = new ArrayList<>(one.entries(verb, actor, !other.open.isEmpty()));
    entries.addAll(other.entries(verb, actor, !one.open.isEmpty()));
    return entries;
  }

  private List<Entry> entries(String verb, String actor, boolean told) {
    return all.stream()
        .flatMap(
            briefing ->
                briefing.editions().stream()
                    .map(edition -> entry(verb, actor, briefing, edition, told)))
        .toList();
  }

  // With the version that everybody sees, where the entry is for everybody.
  private Entry entry(
      String verb, String actor, Overview briefing, Overview.Edition newest, boolean told) {
    Overview.Edition shown =
        told ? open(briefing.briefing().id(), newest.language()).findFirst().orElse(null) : null;
    Overview.Edition edition = shown == null ? newest : shown;
    return new Entry(
        verb,
        new Entry.Edition(
            briefing.briefing().id(),
            edition.language(),
            briefing.briefing().office(),
            edition.section()),
        edition.version(),
        null,
        shown != null,
        actor);
  }

  private Stream<Overview.Edition> open(UUID briefing, LanguageTag language) {
    return open.stream()
        .filter(each -> each.briefing().id().equals(briefing))
        .flatMap(each -> each.edition(language).stream());
  }
}
