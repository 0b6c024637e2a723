package communique.rest;

import communique.briefing.VersionJson;
import communique.briefing.names.Decided;
import communique.briefing.names.Decision;
import communique.briefing.names.Spelled;
import communique.reading.ListNames;
import jakarta.json.stream.JsonGenerator;

/** Writes whom an edition names, as {@code schemas/rest/names.schema.json} has it. */
final class NamesJson {
  private NamesJson() {}

  static byte[] document(ListNames.Listed listed) {
    return Json.bytes(
        json -> {
          json.writeStartObject().writeStartArray("names");
          listed.mentions().names().forEach(name -> name(json, name));
          json.writeEnd().writeStartArray("decisions");
          listed.decisions().forEach(each -> decision(json, each, listed.decides()));
          json.writeEnd().writeEnd();
        });
  }

  private static void name(JsonGenerator json, Spelled name) {
    json.writeStartObject()
        .write("text", name.text())
        .write("count", name.count())
        .writeStartArray("authorities");
    name.authorities().forEach(who -> json.write(Addresses.authority(who)));
    json.writeEnd().writeEnd();
  }

  // Who decided is nobody's business but that of those who may decide otherwise.
  private static void decision(JsonGenerator json, Decided decided, boolean withActor) {
    Decision decision = decided.decision();
    json.writeStartObject()
        .write("authority", Addresses.authority(decision.authority()))
        .write("decision", decision.verdict().code());
    Json.text(json, "role", decision.role() == null ? null : decision.role().code());
    Json.text(json, "text", decision.spelling());
    if (withActor) {
      json.write("at", VersionJson.instant(decided.at())).write("by", decided.by());
    }
    json.writeEnd();
  }
}
