package communique.rest;

import communique.briefing.Change;
import communique.briefing.VersionJson;
import communique.reading.ListChanges;
import jakarta.json.stream.JsonGenerator;

/** Writes changes. */
final class ChangesJson {
  private ChangesJson() {}

  static byte[] page(ListChanges.Page page, String href) {
    return Json.bytes(
        json -> {
          json.writeStartObject().writeStartArray("changes");
          page.changes().forEach(change -> change(json, change));
          json.writeEnd().write("next", page.next());
          json.write("href", href);
          json.writeEnd();
        });
  }

  static byte[] one(ListChanges.Listed listed) {
    return Json.bytes(json -> change(json, listed));
  }

  private static void change(JsonGenerator json, ListChanges.Listed listed) {
    Change change = listed.change();
    Change.Edition edition = change.edition();
    json.writeStartObject();
    json.write("position", change.position());
    json.write("at", VersionJson.instant(change.at()));
    json.write("verb", change.verb());
    Json.text(json, "briefing", edition.briefing());
    json.write("reference", listed.reference());
    Json.text(json, "language", edition.language());
    Integer version = listed.version();
    if (version != null) {
      json.write("version", version);
    }
    var significance = change.significance();
    Json.text(json, "significance", significance == null ? null : significance.code());
    Json.text(json, "office", edition.office());
    Json.text(json, "section", edition.section());
    Json.text(json, "headline", listed.headline());
    json.write("href", Addresses.edition(edition.briefing(), edition.language()));
    if (!listed.linked().isEmpty()) {
      json.writeStartArray("linked");
      listed.linked().forEach(each -> json.write(each.toString()));
      json.writeEnd();
    }
    json.writeEnd();
  }
}
