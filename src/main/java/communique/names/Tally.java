package communique.names;

import communique.briefing.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Counts what becomes of the lines of a file. */
final class Tally {
  private final List<AuthorityImport.Refused> refusals = new ArrayList<>();
  private long added;
  private long changed;
  private long unchanged;
  private long kept;
  private long refused;

  void added() {
    added++;
  }

  void changed() {
    changed++;
  }

  void unchanged() {
    unchanged++;
  }

  void kept() {
    kept++;
  }

  void refused(long line, Refusal refusal) {
    refused++;
    if (refusals.size() < AuthorityImport.MOST) {
      refusals.add(new AuthorityImport.Refused(line, refusal.violations()));
    }
  }

  AuthorityImport told() {
    List<AuthorityImport.Refused> inOrder =
        refusals.stream().sorted(Comparator.comparingLong(AuthorityImport.Refused::line)).toList();
    return new AuthorityImport(added, changed, unchanged, kept, refused, inOrder);
  }
}
