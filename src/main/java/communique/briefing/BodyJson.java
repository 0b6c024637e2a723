package communique.briefing;

import jakarta.json.stream.JsonGenerator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the field {@code body} of a version, in the canonical form that {@link VersionJson} has.
 */
final class BodyJson {
  private final JsonGenerator json;

  BodyJson(JsonGenerator json) {
    this.json = json;
  }

  void write(Body body) {
    json.writeStartArray("body");
    for (Block block : body.blocks()) {
      json.writeStartObject();
      block(block);
      json.writeEnd();
    }
    json.writeEnd();
  }

  private void block(Block block) {
    if (block instanceof Block.Paragraph paragraph) {
      said("paragraph", null, paragraph.text());
    } else if (block instanceof Block.Heading heading) {
      json.write("level", heading.level());
      said("heading", null, heading.text());
    } else if (block instanceof Block.Quotation quotation) {
      said("quotation", quotation.speaker(), quotation.text());
    } else if (block instanceof Block.Question question) {
      said("question", question.speaker(), question.text());
    } else if (block instanceof Block.Answer answer) {
      said("answer", answer.speaker(), answer.text());
    } else if (block instanceof Block.Enumeration listing) {
      listing(listing);
    } else if (block instanceof Block.Table table) {
      table(table);
    } else if (block instanceof Block.Illustration illustration) {
      json.write("placement", illustration.placement());
      json.write("type", "illustration");
    } else {
      throw new IllegalStateException("no form is given for " + block.getClass());
    }
  }

  private void said(String type, @Nullable String speaker, List<Span> text) {
    if (speaker != null) {
      json.write("speaker", speaker);
    }
    json.writeStartArray("text");
    spans(text);
    json.writeEnd();
    json.write("type", type);
  }

  private void listing(Block.Enumeration listing) {
    lines("items", listing.items());
    json.write("ordered", listing.ordered());
    json.write("type", "list");
  }

  private void table(Block.Table table) {
    json.writeStartArray("rows");
    for (List<List<Span>> row : table.rows()) {
      json.writeStartArray();
      row.forEach(this::line);
      json.writeEnd();
    }
    json.writeEnd();
    json.write("type", "table");
  }

  private void lines(String name, List<List<Span>> lines) {
    json.writeStartArray(name);
    lines.forEach(this::line);
    json.writeEnd();
  }

  private void line(List<Span> line) {
    json.writeStartArray();
    spans(line);
    json.writeEnd();
  }

  private void spans(List<Span> spans) {
    for (Span span : spans) {
      json.writeStartObject();
      if (span.emphasis() != null) {
        json.write("emphasis", span.emphasis().code());
      }
      if (span.link() != null) {
        json.write("link", span.link().toString());
      }
      json.write("text", span.text());
      json.writeEnd();
    }
  }
}
