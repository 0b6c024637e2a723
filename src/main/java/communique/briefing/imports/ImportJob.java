package communique.briefing.imports;

import communique.briefing.Coded;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import of old holdings.
 *
 * @param owner the name of the account on whose behalf it runs
 * @param size of the file, in bytes
 * @param startedAt when work on it began
 * @param failure why it ended before its file did; only when it has failed
 */
public record ImportJob(
    UUID id,
    String owner,
    ImportTerms terms,
    ImportForm form,
    State state,
    long size,
    ImportCounts counts,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable String failure) {

  /** Whether nothing more will happen. */
  public boolean isOver() {
    return state != State.WAITING && state != State.RUNNING;
  }

  /** What an import is at. */
  public enum State implements Coded {
    WAITING("waiting"),
    RUNNING("running"),
    /** All lines are in the archive or in the report. */
    DONE("done"),
    /** It could not go on; what was kept stays. */
    FAILED("failed"),
    /** Its owner or an administrator ended it; what was kept stays. */
    CANCELLED("cancelled");

    private final String code;

    State(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }
}
