package communique.briefing.names;

import communique.briefing.Digest;
import communique.briefing.VersionJson;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes authorities, as {@code schemas/rest/authority.schema.json} has them. */
public final class AuthorityJson {
  private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

  private AuthorityJson() {}

  /** The whole record. */
  public static byte[] bytes(Authority authority) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
    try (JsonGenerator json = GENERATORS.createGenerator(bytes)) {
      write(json, authority);
    }
    return bytes.toByteArray();
  }

  /** By which a change names the state that it was made from: of {@link #bytes}. */
  public static Digest digest(Authority authority) {
    return Digest.of(bytes(authority));
  }

  /** What is said of it alone, as the record keeps it. */
  public static String content(AuthorityContent content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
    try (JsonGenerator json = GENERATORS.createGenerator(bytes)) {
      json.writeStartObject();
      fields(json, content);
      json.writeEnd();
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** The whole record, as a part of a document. */
  public static void write(JsonGenerator json, Authority authority) {
    json.writeStartObject();
    json.write("id", authority.id().toString());
    json.write("version", authority.version());
    json.write("changedAt", VersionJson.instant(authority.changedAt()));
    if (authority.retired()) {
      json.write("retired", true);
    }
    fields(json, authority.content());
    json.writeEnd();
  }

  private static void fields(JsonGenerator json, AuthorityContent content) {
    json.write("kind", content.kind().code());
    json.writeStartArray("names");
    content.names().forEach(name -> name(json, name));
    json.writeEnd();
    json.writeStartObject("ids");
    content.ids().forEach((scheme, value) -> json.write(scheme.code(), value));
    json.writeEnd();
    if (content.description() != null) {
      json.write("description", content.description());
    }
    if (content.born() != null) {
      json.write("born", content.born().toString());
    }
  }

  private static void name(JsonGenerator json, Name name) {
    json.writeStartObject();
    json.write("text", name.text());
    if (name.language() != null) {
      json.write("language", name.language().tag());
    }
    if (name.preferred()) {
      json.write("preferred", true);
    }
    json.writeEnd();
  }
}
