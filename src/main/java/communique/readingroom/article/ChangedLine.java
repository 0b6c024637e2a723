package communique.readingroom.article;

import communique.briefing.Span;
import communique.reading.Comparison.Change;
import communique.reading.Comparison.Operation;
import communique.reading.Comparison.Run;
import communique.reading.MarkedText;
import java.util.List;
import java.util.Objects;

/**
 * An item of a list or a cell of a table, as it is shown among what changed.
 *
 * @param number its present one, or the one that it had before it was taken out; from 1
 */
public record ChangedLine(int number, List<Run> text) {
  public ChangedLine {
    text = List.copyOf(text);
  }

  /** All items of a list or cells of a row, from those that there were and are. */
  static List<ChangedLine> all(List<Change> changes, List<List<Span>> from, List<List<Span>> to) {
    return changes.stream().map(change -> of(change, from, to)).toList();
  }

  private static ChangedLine of(Change change, List<List<Span>> from, List<List<Span>> to) {
    Integer before = change.from();
    Integer now = change.to();
    List<MarkedText> old = before == null ? List.of() : MarkedText.of(from.get(before));
    List<MarkedText> present = now == null ? List.of() : MarkedText.of(to.get(now));
    List<Run> text = change.runs();
    if (change.operation() == Operation.EQUAL) {
      text = List.of(new Run(Operation.EQUAL, present));
    } else if (text.isEmpty()) {
      text = Run.replaced(old, present);
    }
    return new ChangedLine(Objects.requireNonNull(now == null ? before : now) + 1, text);
  }
}
