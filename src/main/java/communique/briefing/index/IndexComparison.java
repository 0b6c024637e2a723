package communique.briefing.index;

import communique.briefing.Coded;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The serving indices held against the record.
 *
 * @param mending whether what differs is indexed again
 * @param finishedAt absent while it runs
 * @param briefings how many the record had at the start
 * @param compared how many are compared
 * @param missing documents that the indices lack
 * @param surplus documents that should not be in them
 * @param outdated documents that are older than the record
 * @param ahead documents that are newer than the record, and so of another one, or of this one
 *     before it was put back to an earlier state: only a rebuild mends them
 * @param examples the first of them, by briefing
 * @param failure why it was broken off
 */
public record IndexComparison(
    UUID id,
    boolean mending,
    String askedBy,
    Instant startedAt,
    @Nullable Instant finishedAt,
    long briefings,
    long compared,
    long missing,
    long surplus,
    long outdated,
    long ahead,
    List<Difference> examples,
    @Nullable String failure) {

  /**
   * A document that differs.
   *
   * @param open whether it is of the index of what everybody sees, or of the restricted one
   * @param expected the position of the journal that it should have at least; absent when there
   *     should be none
   * @param found the position that it has; absent when there is none
   */
  public record Difference(
      UUID briefing, boolean open, Sort sort, @Nullable Long expected, @Nullable Long found) {}

  /** How a document differs. */
  public enum Sort implements Coded {
    MISSING("missing"),
    SURPLUS("surplus"),
    OUTDATED("outdated"),
    AHEAD("ahead");

    private final String code;

    Sort(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }
}
