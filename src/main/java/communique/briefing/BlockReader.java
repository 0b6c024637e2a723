package communique.briefing;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the blocks of a body as {@link BodyJson} writes them. */
final class BlockReader {
  /** Stands in for lines that are wrong; that is refused, so it leads nowhere. */
  private static final List<List<Span>> UNREAD = List.of(List.of(Span.plain("unread")));

  private BlockReader() {}

  /**
   * @throws Refusal when it is no block
   */
  static Block read(JsonValue json) {
    if (json instanceof JsonObject object) {
      return Fields.read(object, BlockReader::block);
    }
    throw new Refusal(Reason.MALFORMED, "", "must be an object", json.getValueType().toString());
  }

  private static Block block(Fields json) {
    String type = json.text("type");
    return switch (type == null ? "" : type) {
      case "paragraph" -> new Block.Paragraph(spans(json));
      case "heading" -> new Block.Heading(number(json, "level"), spans(json));
      case "quotation" -> new Block.Quotation(json.text("speaker"), spans(json));
      case "question" -> new Block.Question(json.text("speaker"), spans(json));
      case "answer" -> new Block.Answer(json.text("speaker"), spans(json));
      case "list" ->
          new Block.Enumeration(
              json.yes("ordered"),
              readable(json, "items", json.items("items", BlockReader::line), UNREAD));
      case "table" ->
          new Block.Table(
              readable(json, "rows", json.items("rows", BlockReader::row), List.of(UNREAD)));
      case "illustration" -> new Block.Illustration(number(json, "placement"));
      default -> {
        json.ignoreOthers();
        throw unknown(type);
      }
    };
  }

  private static Refusal unknown(@Nullable String type) {
    return type == null
        ? new Refusal(Reason.MISSING, "type", "must be present", "")
        : new Refusal(
            Reason.UNKNOWN_VALUE,
            "type",
            "must be one of paragraph, heading, quotation, question, answer, list, table,"
                + " illustration",
            type);
  }

  private static int number(Fields json, String name) {
    json.mustHave(name);
    Integer number = json.number(name);
    return number == null ? 0 : number;
  }

  private static List<Span> spans(Fields json) {
    return readable(json, "text", json.objects("text", BlockReader::span), UNREAD.get(0));
  }

  // What was all left out because it is wrong is not missing as well.
  private static <T> List<T> readable(Fields json, String name, List<T> read, List<T> instead) {
    return json.isWrong(name) ? instead : read;
  }

  private static List<List<Span>> row(JsonValue json) {
    return each(json, BlockReader::line);
  }

  private static List<Span> line(JsonValue json) {
    return each(
        json,
        span -> {
          if (span instanceof JsonObject object) {
            return Fields.read(object, BlockReader::span);
          }
          throw new Refusal(
              Reason.MALFORMED, "", "must be an object", span.getValueType().toString());
        });
  }

  private static <T> List<T> each(JsonValue json, Function<JsonValue, T> read) {
    if (!(json instanceof JsonArray array)) {
      throw new Refusal(Reason.MALFORMED, "", "must be a list", json.getValueType().toString());
    }
    List<T> items = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      JsonValue item = array.get(i);
      items.add(Refusal.within("[" + i + "]", () -> read.apply(item)));
    }
    return items;
  }

  private static Span span(Fields json) {
    String text = json.text("text");
    return new Span(
        text == null ? "" : text,
        json.text("emphasis", word -> Coded.of(Span.Emphasis.class, "emphasis", word)),
        json.text("link", link -> Text.uri("", link)));
  }
}
