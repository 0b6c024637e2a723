package communique.reading;

import communique.briefing.Body;
import communique.reading.Comparison.Change;
import communique.reading.Comparison.Operation;
import communique.reading.Comparison.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Compares two bodies block by block, and within changed lists and tables item by item, row by row
 * and cell by cell. Between versions of one language pieces are aligned by what they say; between
 * languages, where hardly any word is the same, blocks are as {@link Alignment} has it.
 */
final class BodyComparison {
  /** How many pairs of pieces are held against each other word by word; more go by their sort. */
  private static final int MOST_PAIRS = 40_000;

  private final List<Piece> from;
  private final List<Piece> to;
  private final @Nullable WordDifference words;

  /** Whether they are blocks, not parts of one. */
  private final boolean blocks;

  private final List<Change> changes = new ArrayList<>();

  private BodyComparison(
      List<Piece> from, List<Piece> to, @Nullable WordDifference words, boolean blocks) {
    this.from = from;
    this.to = to;
    this.words = words;
    this.blocks = blocks;
  }

  static List<Change> withinLanguage(Body from, Body to, Locale locale) {
    WordDifference words = new WordDifference(locale, new Effort());
    BodyComparison comparison = new BodyComparison(Piece.of(from), Piece.of(to), words, true);
    comparison.align(words);
    return comparison.changes;
  }

  static List<Change> betweenLanguages(Body from, Body to, List<Alignment.Match> alignment) {
    BodyComparison comparison = new BodyComparison(Piece.of(from), Piece.of(to), null, true);
    for (Alignment.Match match : alignment) {
      int both = Math.min(match.fromLength(), match.toLength());
      comparison.pairs(new Difference.Part(false, match.from(), both, match.to(), both));
      comparison.apart(
          new Difference.Part(
              false,
              match.from() + both,
              match.fromLength() - both,
              match.to() + both,
              match.toLength() - both));
    }
    return comparison.changes;
  }

  /** What became of the parts of a list, a table or a row; nothing when that costs too much. */
  private static List<Change> parts(Piece.Group one, Piece.Group other, WordDifference words) {
    int before = one.pieces().size();
    int now = other.pieces().size();
    BodyComparison comparison = new BodyComparison(one.pieces(), other.pieces(), words, false);
    // A cell is what it is by its column.
    if (one.isRow() && before == now) {
      comparison.pairs(new Difference.Part(false, 0, before, 0, now));
    } else if (words.effort().allows(before, now)) {
      comparison.align(words);
    }
    return comparison.changes;
  }

  private void align(WordDifference words) {
    for (Difference.Part part : Difference.parts(from, to)) {
      if (part.equal()) {
        pairs(part);
      } else {
        replaced(part, words);
      }
    }
  }

  private void replaced(Difference.Part part, WordDifference words) {
    if ((long) part.fromLength() * part.toLength() > MOST_PAIRS) {
      replacedBySort(part);
      return;
    }
    Likeness likeness =
        new Likeness(
            from.subList(part.from(), part.from() + part.fromLength()),
            to.subList(part.to(), part.to() + part.toLength()),
            words);
    for (Difference.Part alike : likeness.parts()) {
      place(alike, part);
    }
  }

  // Pieces of the same sort, in their order, are one that was changed; what is left over came or
  // went.
  private void replacedBySort(Difference.Part part) {
    List<String> old = sorts(from, part.from(), part.fromLength());
    List<String> now = sorts(to, part.to(), part.toLength());
    for (Difference.Part sorted : Difference.parts(old, now)) {
      place(sorted, part);
    }
  }

  private void place(Difference.Part within, Difference.Part part) {
    Difference.Part here =
        new Difference.Part(
            within.equal(),
            part.from() + within.from(),
            within.fromLength(),
            part.to() + within.to(),
            within.toLength());
    // In a list or a table, as many in place of as many are the same ones saying something else.
    if (here.equal() || (!blocks && here.fromLength() == here.toLength())) {
      pairs(here);
    } else {
      apart(here);
    }
  }

  private void pairs(Difference.Part part) {
    for (int i = 0; i < part.fromLength(); i++) {
      changes.add(pair(part.from() + i, part.to() + i));
    }
  }

  private Change pair(int there, int here) {
    Piece one = from.get(there);
    Piece other = to.get(here);
    List<Run> runs = List.of();
    List<Change> parts = List.of();
    boolean equal = one.equals(other);
    if (!equal && words != null) {
      if (one instanceof Piece.Line old && other instanceof Piece.Line now) {
        runs = words.runs(old.text(), now.text());
      } else if (one instanceof Piece.Group old && other instanceof Piece.Group now) {
        parts = parts(old, now, words);
      }
    }
    return new Change(equal ? Operation.EQUAL : Operation.CHANGED, there, here, runs, parts);
  }

  private void apart(Difference.Part part) {
    for (int i = 0; i < part.fromLength(); i++) {
      changes.add(new Change(Operation.DELETED, part.from() + i, null, List.of(), List.of()));
    }
    for (int i = 0; i < part.toLength(); i++) {
      changes.add(new Change(Operation.INSERTED, null, part.to() + i, List.of(), List.of()));
    }
  }

  private static List<String> sorts(List<Piece> pieces, int start, int length) {
    return pieces.subList(start, start + length).stream().map(Piece::sort).toList();
  }
}
