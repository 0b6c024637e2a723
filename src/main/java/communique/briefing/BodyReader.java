package communique.briefing;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the field {@code body} of a version that {@link BodyJson} wrote. */
final class BodyReader {
  private BodyReader() {}

  static Body read(JsonArray json) {
    return new Body(json.getValuesAs(JsonObject.class).stream().map(BodyReader::block).toList());
  }

  private static Block block(JsonObject json) {
    String speaker = VersionReader.text(json, "speaker");
    String type = json.getString("type");
    return switch (type) {
      case "paragraph" -> new Block.Paragraph(spans(json.getJsonArray("text")));
      case "heading" -> new Block.Heading(json.getInt("level"), spans(json.getJsonArray("text")));
      case "quotation" -> new Block.Quotation(speaker, spans(json.getJsonArray("text")));
      case "question" -> new Block.Question(speaker, spans(json.getJsonArray("text")));
      case "answer" -> new Block.Answer(speaker, spans(json.getJsonArray("text")));
      case "list" ->
          new Block.Enumeration(json.getBoolean("ordered"), lines(json.getJsonArray("items")));
      case "table" ->
          new Block.Table(
              json.getJsonArray("rows").getValuesAs(JsonArray.class).stream()
                  .map(BodyReader::lines)
                  .toList());
      case "illustration" -> new Block.Illustration(json.getInt("placement"));
      default -> throw new IllegalArgumentException("no block is called " + type);
    };
  }

  private static List<List<Span>> lines(JsonArray json) {
    return json.getValuesAs(JsonArray.class).stream().map(BodyReader::spans).toList();
  }

  private static List<Span> spans(JsonArray json) {
    return json.getValuesAs(JsonObject.class).stream().map(BodyReader::span).toList();
  }

  private static Span span(JsonObject json) {
    return new Span(json.getString("text"), emphasis(json), link(json));
  }

  private static Span.@Nullable Emphasis emphasis(JsonObject json) {
    String code = VersionReader.text(json, "emphasis");
    return code == null ? null : Coded.of(Span.Emphasis.class, "emphasis", code);
  }

  private static @Nullable URI link(JsonObject json) {
    String link = VersionReader.text(json, "link");
    return link == null ? null : URI.create(link);
  }
}
