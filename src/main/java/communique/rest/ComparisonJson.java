package communique.rest;

import communique.reading.Comparison;
import communique.reading.MarkedText;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes how one version differs from another. */
final class ComparisonJson {
  private final JsonGenerator json;
  private final Comparison comparison;

  private ComparisonJson(JsonGenerator json, Comparison comparison) {
    this.json = json;
    this.comparison = comparison;
  }

  static byte[] write(UUID briefing, Comparison comparison) {
    return Json.bytes(json -> new ComparisonJson(json, comparison).write(briefing));
  }

  private void write(UUID briefing) {
    json.writeStartObject();
    json.write("briefing", briefing.toString());
    side("from", comparison.from());
    side("to", comparison.to());
    json.writeStartArray("fields");
    for (Comparison.Field field : comparison.fields()) {
      json.writeStartObject().write("field", field.name());
      value("from", field.from());
      value("to", field.to());
      json.writeEnd();
    }
    json.writeEnd().writeStartArray("body");
    comparison.blocks().forEach(this::change);
    json.writeEnd().writeEnd();
  }

  private void side(String name, Comparison.Side side) {
    UUID briefing = side.stored().version().briefing().id();
    json.writeStartObject(name);
    json.write("language", side.language().tag());
    json.write("version", side.number());
    json.write("digest", side.stored().digest().hex());
    json.write("href", Addresses.version(briefing, side.language(), side.number()));
    json.writeEnd();
  }

  private void change(Comparison.Change change) {
    json.writeStartObject();
    json.write("operation", word(change.operation()));
    Integer from = change.from();
    Integer to = change.to();
    switch (change.operation()) {
      case EQUAL, INSERTED -> value("block", block(comparison.to(), to));
      case DELETED -> value("block", block(comparison.from(), from));
      case CHANGED -> {
        value("from", block(comparison.from(), from));
        value("to", block(comparison.to(), to));
      }
    }
    words(change);
    parts(change);
    json.writeEnd();
  }

  private void words(Comparison.Change change) {
    if (change.runs().isEmpty()) {
      return;
    }
    json.writeStartArray("words");
    for (Comparison.Run run : change.runs()) {
      for (MarkedText text : run.text()) {
        json.writeStartObject().write("operation", word(run.operation()));
        json.write("text", text.text());
        value("emphasis", text.emphasis() == null ? null : text.emphasis().code());
        value("link", text.link());
        json.writeEnd();
      }
    }
    json.writeEnd();
  }

  private void parts(Comparison.Change change) {
    if (change.parts().isEmpty()) {
      return;
    }
    json.writeStartArray("parts");
    for (Comparison.Change part : change.parts()) {
      json.writeStartObject().write("operation", word(part.operation()));
      number("from", part.from());
      number("to", part.to());
      words(part);
      parts(part);
      json.writeEnd();
    }
    json.writeEnd();
  }

  /** Writes a place as readers count. */
  private void number(String name, @Nullable Integer place) {
    if (place != null) {
      json.write(name, place + 1);
    }
  }

  private static @Nullable JsonValue block(Comparison.Side side, @Nullable Integer place) {
    return place == null ? null : side.body().get(place);
  }

  private void value(String name, @Nullable JsonValue value) {
    if (value != null) {
      json.write(name, value);
    }
  }

  private void value(String name, @Nullable String value) {
    if (value != null) {
      json.write(name, value);
    }
  }

  private static String word(Comparison.Operation operation) {
    return operation.name().toLowerCase(Locale.ROOT);
  }
}
