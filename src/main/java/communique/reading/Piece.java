package communique.reading;

import communique.briefing.Block;
import communique.briefing.Body;
import communique.briefing.Span;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is compared as one: a block of a body, an item of a list, a row of a table or a cell of one.
 * Those are equal in which a reader finds no difference.
 */
sealed interface Piece {

  /** What it is; pieces of another sort never become this one. */
  String sort();

  /** All text in it. */
  Stream<Line> lines();

  static List<Piece> of(Body body) {
    return body.blocks().stream().map(Piece::of).toList();
  }

  private static Piece of(Block block) {
    String sort = block.getClass().getSimpleName();
    if (block instanceof Block.Paragraph paragraph) {
      return line(sort, null, paragraph.text());
    } else if (block instanceof Block.Heading heading) {
      return line(sort + heading.level(), null, heading.text());
    } else if (block instanceof Block.Quotation quotation) {
      return line(sort, quotation.speaker(), quotation.text());
    } else if (block instanceof Block.Question question) {
      return line(sort, question.speaker(), question.text());
    } else if (block instanceof Block.Answer answer) {
      return line(sort, answer.speaker(), answer.text());
    } else if (block instanceof Block.Enumeration listing) {
      return lines(listing.ordered() ? "Numbered" + sort : sort, "Item", listing.items());
    } else if (block instanceof Block.Table table) {
      return new Group(
          sort, table.rows().stream().map(row -> lines(Group.ROW, "Cell", row)).toList());
    } else if (block instanceof Block.Illustration illustration) {
      return new Picture(illustration.placement());
    }
    throw new IllegalStateException("nothing tells how to compare " + block.getClass());
  }

  private static Piece line(String sort, @Nullable String speaker, List<Span> text) {
    return new Line(sort, speaker, MarkedText.of(text));
  }

  private static Piece lines(String sort, String each, List<List<Span>> lines) {
    return new Group(sort, lines.stream().map(line -> line(each, null, line)).toList());
  }

  /** A text, and who says it. */
  record Line(String sort, @Nullable String speaker, List<MarkedText> text) implements Piece {
    @Override
    public Stream<Line> lines() {
      return Stream.of(this);
    }
  }

  /** A list, a table or a row. */
  record Group(String sort, List<Piece> pieces) implements Piece {
    private static final String ROW = "Row";

    /** Whether its pieces stand below those of other rows, so that their places count. */
    boolean isRow() {
      return sort.equals(ROW);
    }

    @Override
    public Stream<Line> lines() {
      return pieces.stream().flatMap(Piece::lines);
    }
  }

  /** The place of a media file. */
  record Picture(int placement) implements Piece {
    @Override
    public String sort() {
      return "Picture";
    }

    @Override
    public Stream<Line> lines() {
      return Stream.empty();
    }
  }
}
