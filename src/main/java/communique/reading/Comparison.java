package communique.reading;

import communique.briefing.LanguageTag;
import communique.briefing.Stored;
import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How one version differs from another of the same briefing, or of one linked with it.
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

  /** What becomes of a block, of a part of one, or of a run of words. */
  public enum Operation {
    EQUAL,
    CHANGED,
    INSERTED,
    DELETED
  }

  /**
   * What becomes of a block, of an item of a list, or of a row of a table or its cell.
   *
   * @param from its place among those of the one body, list, table or row, from 0; absent for an
   *     inserted one
   * @param to its place among those of the other; absent for a deleted one
   * @param runs of a changed text, word by word; empty when its words are not compared
   * @param parts of a changed list its items, of a changed table its rows, of a changed row its
   *     cells; empty when they are not compared
   */
  public record Change(
      Operation operation,
      @Nullable Integer from,
      @Nullable Integer to,
      List<Run> runs,
      List<Change> parts) {
    public Change {
      runs = List.copyOf(runs);
      parts = List.copyOf(parts);
    }
  }

  /**
   * A run of words: equal, inserted or deleted. A word with another link or emphasis is another.
   *
   * @param text each stretch with its marks
   */
  public record Run(Operation operation, List<MarkedText> text) {
    public Run {
      text = List.copyOf(text);
    }

    /** One text in place of another, as a whole. */
    public static List<Run> replaced(List<MarkedText> from, List<MarkedText> to) {
      return Stream.of(new Run(Operation.DELETED, from), new Run(Operation.INSERTED, to))
          .filter(run -> !run.text.isEmpty())
          .toList();
    }
  }
}
