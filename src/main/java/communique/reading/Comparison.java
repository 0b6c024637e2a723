package communique.reading;

import communique.briefing.LanguageTag;
import communique.briefing.Stored;
import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one version differs from another of the same briefing.
 *
 * @param fields those that differ beside the body, by name
 * @param blocks the way from the one body to the other, in order
 */
public record Comparison(Side from, Side to, List<Field> fields, List<Change> blocks) {
  public Comparison {
    fields = List.copyOf(fields);
    blocks = List.copyOf(blocks);
  }

  /**
   * One of the two versions.
   *
   * @param body its blocks as they are stored
   */
  public record Side(Stored stored, LanguageTag language, int number, JsonArray body) {}

  /**
   * A field that differs; its values are as they are stored.
   *
   * @param from absent when it was not said before
   * @param to absent when it is not said any more
   */
  public record Field(String name, @Nullable JsonValue from, @Nullable JsonValue to) {}

  /** What becomes of a block or a run of words. */
  public enum Operation {
    EQUAL,
    CHANGED,
    INSERTED,
    DELETED
  }

  /**
   * What becomes of a block.
   *
   * @param from its place in the one body, from 0; absent for an inserted one
   * @param to its place in the other body, from 0; absent for a deleted one
   * @param runs of a changed block, word by word; empty when its words are not compared
   */
  public record Change(
      Operation operation, @Nullable Integer from, @Nullable Integer to, List<Run> runs) {
    public Change {
      runs = List.copyOf(runs);
    }
  }

  /** A run of words: equal, inserted or deleted. */
  public record Run(Operation operation, String text) {}
}
