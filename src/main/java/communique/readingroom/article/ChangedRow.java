package communique.readingroom.article;

import communique.briefing.Block;
import communique.briefing.Span;
import communique.reading.Comparison.Change;
import communique.reading.Comparison.Operation;
import communique.reading.Comparison.Run;
import communique.reading.MarkedText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A row of a table, as it is shown among what changed. */
public record ChangedRow(List<ChangedLine> cells) {
  public ChangedRow {
    cells = List.copyOf(cells);
  }

  /** All rows that there were and are. */
  static List<ChangedRow> all(List<Change> changes, Block.Table from, Block.Table to) {
    List<ChangedRow> rows = new ArrayList<>();
    for (Change change : changes) {
      Integer before = change.from();
      Integer now = change.to();
      if (now != null && change.operation() == Operation.EQUAL) {
        rows.add(whole(Operation.EQUAL, to.rows().get(now)));
      } else if (before != null && now != null && !change.parts().isEmpty()) {
        rows.add(
            new ChangedRow(
                ChangedLine.all(change.parts(), from.rows().get(before), to.rows().get(now))));
      } else {
        if (before != null) {
          rows.add(whole(Operation.DELETED, from.rows().get(before)));
        }
        if (now != null) {
          rows.add(whole(Operation.INSERTED, to.rows().get(now)));
        }
      }
    }
    return rows;
  }

  private static ChangedRow whole(Operation operation, List<List<Span>> row) {
    return new ChangedRow(
        IntStream.range(0, row.size())
            .mapToObj(
                i -> new ChangedLine(i + 1, List.of(new Run(operation, MarkedText.of(row.get(i))))))
            .toList());
  }
}
