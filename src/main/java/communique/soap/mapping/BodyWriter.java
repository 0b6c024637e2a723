package communique.soap.mapping;

import communique.briefing.Block;
import communique.briefing.Body;
import communique.briefing.Span;
import communique.soap.contract.BlockXml;
import communique.soap.contract.BodyXml;
import communique.soap.contract.ItemsXml;
import communique.soap.contract.LineXml;
import communique.soap.contract.RowXml;
import communique.soap.contract.RowsXml;
import communique.soap.contract.SpanXml;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the text of a version as the flat blocks that the contract has. */
final class BodyWriter {
  private BodyWriter() {}

  static BodyXml body(Body body) {
    BodyXml xml = new BodyXml();
    body.blocks().forEach(block -> xml.getBlock().add(block(block)));
    return xml;
  }

  private static BlockXml block(Block block) {
    if (block instanceof Block.Paragraph paragraph) {
      return said("paragraph", null, paragraph.text());
    } else if (block instanceof Block.Heading heading) {
      BlockXml xml = said("heading", null, heading.text());
      xml.setLevel(heading.level());
      return xml;
    } else if (block instanceof Block.Quotation quotation) {
      return said("quotation", quotation.speaker(), quotation.text());
    } else if (block instanceof Block.Question question) {
      return said("question", question.speaker(), question.text());
    } else if (block instanceof Block.Answer answer) {
      return said("answer", answer.speaker(), answer.text());
    } else if (block instanceof Block.Enumeration list) {
      return list(list);
    } else if (block instanceof Block.Table table) {
      return table(table);
    } else if (block instanceof Block.Illustration illustration) {
      BlockXml xml = new BlockXml();
      xml.setType("illustration");
      xml.setPlacement(illustration.placement());
      return xml;
    }
    throw new IllegalStateException("no form is given for " + block.getClass());
  }

  private static BlockXml said(String type, @Nullable String speaker, List<Span> text) {
    BlockXml xml = new BlockXml();
    xml.setType(type);
    xml.setSpeaker(speaker);
    xml.setText(line(text));
    return xml;
  }

  private static BlockXml list(Block.Enumeration list) {
    BlockXml xml = new BlockXml();
    xml.setType("list");
    xml.setOrdered(list.ordered());
    xml.setItems(new ItemsXml());
    list.items().forEach(item -> xml.getItems().getItem().add(line(item)));
    return xml;
  }

  private static BlockXml table(Block.Table table) {
    BlockXml xml = new BlockXml();
    xml.setType("table");
    xml.setRows(new RowsXml());
    for (List<List<Span>> cells : table.rows()) {
      RowXml row = new RowXml();
      cells.forEach(cell -> row.getCell().add(line(cell)));
      xml.getRows().getRow().add(row);
    }
    return xml;
  }

  private static LineXml line(List<Span> spans) {
    LineXml line = new LineXml();
    for (Span span : spans) {
      SpanXml xml = new SpanXml();
      xml.setText(span.text());
      if (span.emphasis() != null) {
        xml.setEmphasis(span.emphasis().code());
      }
      if (span.link() != null) {
        xml.setLink(span.link().toString());
      }
      line.getSpan().add(xml);
    }
    return line;
  }
}
