package communique.briefing.index;

import communique.briefing.Coded;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A pair of indices, made and filled from the record at one time.
 *
 * @param schema the number of its schema, {@code editions-vN.json}
 * @param number the last part of the names of its indices
 * @param identity by which Elasticsearch knows its indices; absent until they are made
 * @param askedBy the account; absent when the archive itself found it necessary
 * @param finishedAt when it began to serve, or was given up
 * @param fill how far it is filled
 * @param failure why it was given up; only when it has failed
 */
public record IndexGeneration(
    UUID id,
    int schema,
    int number,
    @Nullable String identity,
    State state,
    @Nullable String askedBy,
    Instant startedAt,
    @Nullable Instant finishedAt,
    Fill fill,
    @Nullable String failure) {

  /** The name under which one follows the journal. */
  public static String follower(UUID id) {
    return "search-index-" + id;
  }

  /**
   * How far indices are filled with the briefings that the record had at the start, which are gone
   * through by their identities.
   *
   * @param briefings how many there were
   * @param done how many of them are in
   * @param to the last of those; absent at the beginning
   * @param until the last one there was; absent when there was none
   */
  public record Fill(long briefings, long done, @Nullable UUID to, @Nullable UUID until) {
    /** Whether all are in. */
    public boolean isComplete() {
      return until == null || until.equals(to);
    }
  }

  /** What becomes of indices. */
  public enum State implements Coded {
    /** Searches do not go to them yet. */
    FILLING("filling"),
    /** Searches go to them. */
    SERVING("serving"),
    /** Others serve in their place. */
    REPLACED("replaced"),
    /** An administrator gave them up before they served. */
    CANCELLED("cancelled"),
    /** They were lost. */
    FAILED("failed");

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
