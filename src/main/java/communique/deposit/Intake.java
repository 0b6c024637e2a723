package communique.deposit;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import communique.access.Caller;
import communique.archive.Deposits;
import communique.archive.Earlier;
import communique.archive.KnownFile;
import communique.archive.MediaHoldings;
import communique.archive.Numbering;
import communique.archive.Recalls;
import communique.archive.Versions;
import communique.briefing.Digest;
import communique.briefing.MediaFile;
import communique.briefing.Placement;
import communique.briefing.Receipt;
import communique.journal.Journal;
import communique.media.MediaStore;
import communique.proof.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What all verbs that take in a version have in common. */
@ApplicationScoped
class Intake {
  private static final TimeBasedEpochGenerator IDENTITIES = Generators.timeBasedEpochGenerator();

  @Inject private Deposits deposits;
  @Inject private MediaHoldings holdings;
  @Inject private Versions versions;
  @Inject private Recalls recalls;
  @Inject private Journal journal;
  @Inject private Ledger ledger;
  @Inject private MediaStore media;

  /**
   * Keeps a version within the caller's transaction.
   *
   * @throws communique.briefing.Refusal when it is not kept
   */
  Receipt take(Hand hand) {
    return takeAll(List.of(hand)).get(0).receipt();
  }

  /**
   * Keeps versions within the caller's transaction, new briefings with as many statements for many
   * as for one; an edition or a correction looks its briefing up and locks it besides, in the order
   * of their identities. What makes others wait comes last, when all files are in the store: the
   * numbers of new briefings, then the tails of ledger and journal.
   *
   * @param hands of one caller; no two of them have the same depositor's reference, and none builds
   *     on another
   * @return what became of them, in the same order
   */
  List<Outcome> takeAll(List<Hand> hands) {
    List<Taking> all = hands.stream().map(Taking::new).toList();
    try {
      Map<String, Earlier> earlier = earlier(hands);
      Map<Digest, KnownFile> known = known(hands);
      all.forEach(each -> each.stage(media, known));
      all.forEach(each -> each.recognise(earlier));
      open(all).forEach(each -> each.refuseRecalled(known));
      // In one order for all, so that two that lock several wait for each other only once.
      open(all).stream()
          .sorted(Comparator.comparing(each -> each.hand().briefing().id().toString()))
          .forEach(Taking::find);
      keep(open(all));
      return all.stream().map(Taking::outcome).toList();
    } finally {
      all.forEach(Taking::close);
    }
  }

  private Map<String, Earlier> earlier(List<Hand> hands) {
    List<String> references =
        hands.stream().map(hand -> hand.edition().reference()).filter(Objects::nonNull).toList();
    return hands.isEmpty() ? Map.of() : deposits.earlier(hands.get(0).caller().name(), references);
  }

  private void keep(List<Taking> all) {
    if (all.isEmpty()) {
      return;
    }
    // A file without a version, should this fail, is left to the sweeper.
    holdings.hold(all.stream().flatMap(Taking::files).toList());
    all.forEach(Taking::keepFiles);
    Numbering numbering =
        deposits.number(
            all.stream()
                .filter(Taking::isNewBriefing)
                .collect(Collectors.groupingBy(Taking::series, Collectors.counting())));
    all.forEach(each -> each.write(numbering));
    long position = ledger.append(all.stream().map(Taking::digest).toList());
    for (Taking each : all) {
      each.received(IDENTITIES.generate(), position++);
    }
    deposits.keep(all.stream().map(Taking::deposit).toList());
    carryOverRecalls(all);
    journal.append(all.stream().map(Taking::entry).toList());
  }

  private void carryOverRecalls(List<Taking> all) {
    all.stream()
        .filter(each -> !each.isNewBriefing())
        .filter(each -> !each.version().content().placements().isEmpty())
        .forEach(each -> recalls.carryOver(each.version().briefing().id()));
  }

  // The files that were handed over before and are named here.
  private Map<Digest, KnownFile> known(List<Hand> hands) {
    Set<Digest> named =
        hands.stream()
            .flatMap(hand -> hand.edition().content().placements().stream())
            .map(Placement::file)
            .filter(Objects::nonNull)
            .map(MediaFile::sha256)
            .collect(Collectors.toSet());
    if (named.isEmpty()) {
      return Map.of();
    }
    Caller caller = hands.get(0).caller();
    return versions.files(named, caller.name(), caller.visibility());
  }

  private static List<Taking> open(List<Taking> all) {
    return all.stream().filter(Taking::isOpen).toList();
  }
}
