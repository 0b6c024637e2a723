package communique.deposit.imports;

import communique.briefing.Refusal;
import communique.briefing.Violation;
import communique.briefing.imports.ImportCounts;
import communique.briefing.imports.ImportNote;
import communique.deposit.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What became of the lines of a batch. */
final class Tally {
  private final List<ImportNote> notes = new ArrayList<>();
  private final List<Reading.Line> parked = new ArrayList<>();
  private ImportCounts counts;

  Tally(Progress progress) {
    this.counts = new ImportCounts(progress.bytes(), progress.line(), 0, 0, 0, 0, 0, 0);
  }

  /** Those that can be read; the others are refused. */
  List<Reading.Line> refuseUnreadable(List<Reading.Line> lines) {
    lines.stream()
        .filter(line -> line.refusal() != null)
        .forEach(line -> refuse(line, Objects.requireNonNull(line.refusal())));
    return lines.stream().filter(line -> line.refusal() == null).toList();
  }

  void refuse(Reading.Line line, Refusal why) {
    note(line, false, why.violations());
    count(0, 0, 1, 0, 0);
  }

  /** Whether a line must wait; if so, it is counted. */
  boolean parks(Reading.Line line, Placing placing) {
    if (!placing.mustWait(line)) {
      return false;
    }
    parked.add(line);
    count(0, 0, 0, 0, 1);
    return true;
  }

  void add(Reading.Line line, Outcome outcome) {
    if (outcome instanceof Outcome.Refused refused) {
      refuse(line, refused.refusal());
    } else if (outcome instanceof Outcome.Kept kept && kept.repeated()) {
      count(0, 1, 0, 0, 0);
    } else {
      List<Violation> left = Objects.requireNonNull(line.reading()).notes();
      note(line, true, left);
      count(1, 0, 0, left.isEmpty() ? 0 : 1, 0);
    }
  }

  /** A line that was parked is counted already. */
  void unpark() {
    counts = counts.plus(new ImportCounts(0, 0, -1, 0, 0, 0, 0, -1));
  }

  List<ImportNote> notes() {
    return notes;
  }

  List<Reading.Line> parked() {
    return parked;
  }

  ImportCounts counts() {
    return counts;
  }

  private void note(Reading.Line line, boolean kept, List<Violation> violations) {
    int place = 1;
    for (Violation violation : violations) {
      notes.add(new ImportNote(line.raw().number(), place++, line.raw().file(), kept, violation));
    }
  }

  private void count(int kept, int repeated, int refused, int noted, int waiting) {
    counts = counts.plus(new ImportCounts(0, 0, 1, kept, repeated, refused, noted, waiting));
  }
}
