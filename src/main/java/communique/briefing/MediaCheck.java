package communique.briefing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the check of all files against their addresses has found.
 *
 * @param waiting whether one is asked for that has not ended yet
 * @param startedAt when the last one began; absent before the first
 * @param finishedAt when the last that ended did
 * @param files how many it read
 * @param bytes how many it read
 * @param faultCount how many files are missing or damaged
 * @param faults the first thousand of them, by address
 */
public record MediaCheck(
    boolean waiting,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    long files,
    long bytes,
    long faultCount,
    List<Fault> faults) {

  /**
   * A file that is not what its address says.
   *
   * @param sha256 its address
   * @param foundAt when that was seen for the first time
   */
  public record Fault(Digest sha256, FileState state, Instant foundAt) {}
}
