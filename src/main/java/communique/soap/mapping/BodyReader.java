package communique.soap.mapping;

import communique.briefing.Block;
import communique.briefing.Body;
import communique.briefing.Coded;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Span;
import communique.briefing.Text;
import communique.soap.contract.BlockXml;
import communique.soap.contract.BodyXml;
import communique.soap.contract.ItemsXml;
import communique.soap.contract.LineXml;
import communique.soap.contract.RowsXml;
import communique.soap.contract.SpanXml;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the text of a version of the flat blocks that the contract has. */
final class BodyReader {
  private BodyReader() {}

  static Body body(BodyXml xml) {
    return new Body(ContentReader.each("body", xml.getBlock(), BodyReader::block));
  }

  private static Block block(BlockXml xml) {
    String type = SubmissionReader.present("type", xml.getType());
    refuseStrangers(type, xml);
    return switch (type) {
      case "paragraph" -> new Block.Paragraph(text(xml));
      case "heading" -> new Block.Heading(Objects.requireNonNullElse(xml.getLevel(), 1), text(xml));
      case "quotation" -> new Block.Quotation(xml.getSpeaker(), text(xml));
      case "question" -> new Block.Question(xml.getSpeaker(), text(xml));
      case "answer" -> new Block.Answer(xml.getSpeaker(), text(xml));
      case "list" -> new Block.Enumeration(Boolean.TRUE.equals(xml.isOrdered()), items(xml));
      case "table" -> new Block.Table(rows(xml));
      case "illustration" -> new Block.Illustration(placement(xml));
      default ->
          throw new Refusal(Reason.UNKNOWN_VALUE, "type", "must be a type of the contract", type);
    };
  }

  /** What a block has no place for would be lost. */
  private static void refuseStrangers(String type, BlockXml xml) {
    boolean said = List.of("quotation", "question", "answer").contains(type);
    boolean written = said || type.equals("paragraph") || type.equals("heading");
    stranger(type, "level", xml.getLevel(), type.equals("heading"));
    stranger(type, "speaker", xml.getSpeaker(), said);
    stranger(type, "ordered", xml.isOrdered(), type.equals("list"));
    stranger(type, "text", xml.getText(), written);
    stranger(type, "items", xml.getItems(), type.equals("list"));
    stranger(type, "rows", xml.getRows(), type.equals("table"));
    stranger(type, "placement", xml.getPlacement(), type.equals("illustration"));
  }

  private static void stranger(String type, String field, @Nullable Object value, boolean athome) {
    if (value != null && !athome) {
      throw new Refusal(Reason.MALFORMED, field, "must be absent in a block of this type", type);
    }
  }

  private static List<Span> text(BlockXml xml) {
    LineXml text = xml.getText();
    if (text == null) {
      throw missing("text");
    }
    return line("text", text);
  }

  private static List<List<Span>> items(BlockXml xml) {
    ItemsXml items = xml.getItems();
    if (items == null) {
      throw missing("items");
    }
    return ContentReader.each("items", items.getItem(), item -> line("", item));
  }

  private static List<List<List<Span>>> rows(BlockXml xml) {
    RowsXml rows = xml.getRows();
    if (rows == null) {
      throw missing("rows");
    }
    return ContentReader.each(
        "rows",
        rows.getRow(),
        row -> ContentReader.each("", row.getCell(), cell -> line("", cell)));
  }

  private static int placement(BlockXml xml) {
    Integer placement = xml.getPlacement();
    if (placement == null) {
      throw missing("placement");
    }
    return placement;
  }

  private static List<Span> line(String name, LineXml xml) {
    return ContentReader.each(name, xml.getSpan(), BodyReader::span);
  }

  private static Span span(SpanXml xml) {
    String emphasis = xml.getEmphasis();
    String link = xml.getLink();
    return new Span(
        SubmissionReader.present("text", xml.getText()),
        emphasis == null ? null : Coded.of(Span.Emphasis.class, "emphasis", emphasis),
        link == null ? null : Text.uri("link", link));
  }

  private static Refusal missing(String field) {
    return new Refusal(Reason.MISSING, field, "must be present in a block of this type", "");
  }
}
