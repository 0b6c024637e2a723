package communique.names;

import communique.briefing.Violation;
import java.util.List;

/**
 * What became of a file of names.
 *
 * @param added authorities that were not there before
 * @param changed those that got names or identifiers
 * @param unchanged those that had all of theirs already
 * @param kept those that a person has edited, and which were left as they are
 * @param refused lines that say nothing which can be taken in
 * @param refusals what is wrong with these, in the order of the file; of the first {@link #MOST}
 */
public record AuthorityImport(
    long added, long changed, long unchanged, long kept, long refused, List<Refused> refusals) {
  /** How many refused lines are told. */
  public static final int MOST = 1_000;

  /**
   * A line that was not taken in.
   *
   * @param line counted from 1
   * @param violations all that is wrong with it
   */
  public record Refused(long line, List<Violation> violations) {}
}
