package communique.deposit;

import communique.access.Caller;
import communique.archive.Editions;
import communique.archive.Newest;
import communique.archive.Notices;
import communique.briefing.Briefing;
import communique.briefing.Digest;
import communique.briefing.LanguageTag;
import communique.briefing.Notice;
import communique.briefing.NoticeJson;
import communique.briefing.Significance;
import communique.database.Clock;
import communique.journal.Entry;
import communique.journal.Journal;
import communique.proof.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the archive's word about a briefing into record, journal and ledger. */
@ApplicationScoped
class Announcement {
  @Inject private Clock clock;
  @Inject private Notices notices;
  @Inject private Editions record;
  @Inject private Journal journal;
  @Inject private Ledger ledger;

  /** The next notice of a briefing, which must be locked. */
  Notice next(Briefing briefing, Notice.Scope scope, Word word) {
    return new Notice(
        briefing.id(),
        briefing.reference(),
        briefing.office(),
        notices.next(briefing.id()),
        scope,
        word.state(),
        word.reason(),
        word.title(),
        clock.now());
  }

  /**
   * Keeps a notice and tells those who follow the journal. The ledger comes before the journal, as
   * in {@link Intake}: whoever took the two the other way round would wait for one that waits for
   * it.
   *
   * @param verb the use case
   * @param editions those that it is about
   */
  void make(String verb, Caller caller, Notice notice, List<Newest> editions) {
    make(verb, caller, notice, editions, Set.of());
  }

  /**
   * The same.
   *
   * @param corrected those of the editions of which a version is seen for the first time by it that
   *     corrects a major mistake
   */
  void make(
      String verb,
      Caller caller,
      Notice notice,
      List<Newest> editions,
      Set<LanguageTag> corrected) {
    long position = ledger.append(List.of(Digest.of(NoticeJson.write(notice))));
    notices.add(notice, position, caller.name());
    journal.append(
        editions.stream()
            .map(
                edition ->
                    entry(
                        verb,
                        caller,
                        notice,
                        edition,
                        corrected.contains(edition.language()) ? Significance.MAJOR : null))
            .toList());
  }

  // Of one version, the public learns only what became of it when it has been public itself.
  private Entry entry(
      String verb,
      Caller caller,
      Notice notice,
      Newest edition,
      @Nullable Significance significance) {
    Integer version = notice.scope().version();
    boolean open =
        version == null
            ? edition.everOpen()
            : record.wasOpen(notice.briefing(), edition.language(), version);
    return new Entry(
        verb,
        new Entry.Edition(
            notice.briefing(), edition.language(), notice.office(), edition.told().section()),
        version == null ? edition.told().version() : version,
        significance,
        open,
        caller.name());
  }

  /**
   * What is said.
   *
   * @param title under which the briefing may be named
   */
  record Word(Notice.State state, String reason, @Nullable String title) {}
}
