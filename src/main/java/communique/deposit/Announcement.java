package communique.deposit;

import communique.access.Caller;
import communique.archive.Deposits;
import communique.archive.Newest;
import communique.archive.Notices;
import communique.briefing.Briefing;
import communique.briefing.Digest;
import communique.briefing.Notice;
import communique.briefing.NoticeJson;
import communique.journal.Entry;
import communique.journal.Journal;
import communique.proof.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the archive's word about a briefing into record, journal and ledger. */
@ApplicationScoped
class Announcement {
  @Inject private Deposits deposits;
  @Inject private Notices notices;
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
        deposits.now());
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
    long position = ledger.append(List.of(Digest.of(NoticeJson.write(notice))));
    notices.add(notice, position, caller.name());
    journal.append(
        editions.stream()
            .map(
                edition ->
                    new Entry(
                        verb,
                        new Entry.Edition(
                            notice.briefing(),
                            edition.language(),
                            notice.office(),
                            edition.told().section()),
                        edition.told().version(),
                        null,
                        edition.everOpen(),
                        caller.name()))
            .toList());
  }

  /**
   * What is said.
   *
   * @param title under which the briefing may be named
   */
  record Word(Notice.State state, String reason, @Nullable String title) {}
}
