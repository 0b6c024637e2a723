package communique.briefing;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One block of a body. */
public sealed interface Block {

  /** The text a reader would read, without mark-up; lines are separated by a line feed. */
  String plainText();

  /** A paragraph. */
  record Paragraph(List<Span> text) implements Block {
    public Paragraph {
      text = spans("text", text);
    }

    @Override
    public String plainText() {
      return Span.plainText(text);
    }
  }

  /**
   * A heading within the body.
   *
   * @param level 1 (below the headline) to 4
   */
  record Heading(int level, List<Span> text) implements Block {
    public Heading {
      text = spans("text", text);
      if (level < 1 || level > 4) {
        throw new Refusal(Reason.OUT_OF_RANGE, "level", "must be 1 to 4", "" + level);
      }
    }

    @Override
    public String plainText() {
      return Span.plainText(text);
    }
  }

  /**
   * Words quoted as a block.
   *
   * @param speaker whose words, as printed; at most 300 characters
   */
  record Quotation(@Nullable String speaker, List<Span> text) implements Block {
    public Quotation {
      Text.optional("speaker", speaker, 300);
      text = spans("text", text);
    }

    @Override
    public String plainText() {
      return spoken(speaker, text);
    }
  }

  /**
   * A question of a transcript.
   *
   * @param speaker who asks, as printed; at most 300 characters
   */
  record Question(@Nullable String speaker, List<Span> text) implements Block {
    public Question {
      Text.optional("speaker", speaker, 300);
      text = spans("text", text);
    }

    @Override
    public String plainText() {
      return spoken(speaker, text);
    }
  }

  /**
   * An answer of a transcript.
   *
   * @param speaker who answers, as printed; at most 300 characters
   */
  record Answer(@Nullable String speaker, List<Span> text) implements Block {
    public Answer {
      Text.optional("speaker", speaker, 300);
      text = spans("text", text);
    }

    @Override
    public String plainText() {
      return spoken(speaker, text);
    }
  }

  /**
   * A list.
   *
   * @param ordered whether the items are numbered
   * @param items 1 to 1,000
   */
  record Enumeration(boolean ordered, List<List<Span>> items) implements Block {
    public Enumeration {
      items = lines("items", items);
    }

    @Override
    public String plainText() {
      return items.stream().map(Span::plainText).collect(Collectors.joining("\n"));
    }
  }

  /**
   * A table.
   *
   * @param rows 1 to 1,000, each of 1 to 1,000 cells
   */
  record Table(List<List<List<Span>>> rows) implements Block {
    public Table {
      if (rows.isEmpty()) {
        throw new Refusal(Reason.MISSING, "rows", "must not be empty", "");
      }
      rows = Text.atMost("rows", rows, 1000).stream().map(row -> lines("rows", row)).toList();
    }

    @Override
    public String plainText() {
      return rows.stream()
          .map(row -> row.stream().map(Span::plainText).collect(Collectors.joining("\t")))
          .collect(Collectors.joining("\n"));
    }
  }

  /**
   * The place of a media file in the text.
   *
   * @param placement which of the version's placements, counted from 1
   */
  record Illustration(int placement) implements Block {
    @Override
    public String plainText() {
      return "";
    }
  }

  private static String spoken(@Nullable String speaker, List<Span> text) {
    return Stream.of(speaker == null ? "" : speaker + ": ", Span.plainText(text))
        .collect(Collectors.joining());
  }

  private static List<Span> spans(String field, List<Span> spans) {
    if (Span.plainText(spans).isBlank()) {
      throw new Refusal(Reason.MISSING, field, "must be present and not blank", "");
    }
    return Text.atMost(field, spans, 1000);
  }

  // Items and cells may be empty; the list or row itself may not.
  private static List<List<Span>> lines(String field, List<List<Span>> lines) {
    if (lines.isEmpty()) {
      throw new Refusal(Reason.MISSING, field, "must not be empty", "");
    }
    return Text.atMost(field, lines, 1000).stream()
        .map(line -> Text.atMost(field, line, 1000))
        .toList();
  }
}
