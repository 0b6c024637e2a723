package communique.rest;

import communique.briefing.Briefing;
import communique.briefing.Office;
import communique.briefing.Overview;
import communique.briefing.Translation;
import communique.briefing.VersionJson;
import communique.briefing.Withheld;
import jakarta.json.stream.JsonGenerator;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes briefings in short, lists of them, and offices. */
final class BriefingsJson {
  private BriefingsJson() {}

  static byte[] overview(Overview overview) {
    return Json.bytes(json -> overview(json, overview));
  }

  static byte[] page(List<Overview> briefings, @Nullable String next) {
    return Json.bytes(
        json -> {
          json.writeStartObject().writeStartArray("briefings");
          briefings.forEach(each -> overview(json, each));
          json.writeEnd();
          Json.text(json, "next", next);
          json.writeEnd();
        });
  }

  static byte[] offices(List<Office> offices) {
    return Json.bytes(
        json -> {
          json.writeStartObject().writeStartArray("offices");
          offices.forEach(each -> office(json, each));
          json.writeEnd().writeEnd();
        });
  }

  private static void overview(JsonGenerator json, Overview overview) {
    Briefing briefing = overview.briefing();
    json.writeStartObject();
    Json.text(json, "id", briefing.id());
    Json.text(json, "reference", briefing.reference());
    Json.text(json, "office", briefing.office());
    Json.text(json, "kind", briefing.kind().code());
    Json.text(json, "eventDate", briefing.eventDate());
    Json.text(json, "dated", overview.dated());
    Json.text(json, "href", Addresses.briefing(briefing.id()));
    json.writeStartArray("editions");
    overview.editions().forEach(edition -> edition(json, briefing, edition));
    json.writeEnd();
    if (!overview.linked().briefings().isEmpty()) {
      json.writeStartArray("linked");
      overview.linked().briefings().forEach(each -> overview(json, each));
      json.writeEnd();
    }
    json.writeEnd();
  }

  private static void edition(JsonGenerator json, Briefing briefing, Overview.Edition edition) {
    json.writeStartObject();
    Json.text(json, "language", edition.language());
    Translation translation = edition.translation();
    if (translation != null) {
      translation(json, translation, edition.stale());
    }
    json.write("version", edition.version());
    Json.text(json, "headline", edition.headline());
    Json.text(json, "section", edition.section());
    Json.text(json, "issued", edition.issued());
    Json.text(json, "lead", edition.lead());
    Json.text(json, "digest", edition.digest());
    Json.text(json, "href", Addresses.edition(briefing.id(), edition.language()));
    Withheld withheld = edition.withheld();
    NoticePart.write(json, withheld.withdrawal());
    Instant until = withheld.until();
    Json.text(json, "publicFrom", until == null ? null : VersionJson.instant(until));
    json.writeEnd();
  }

  private static void translation(
      JsonGenerator json, Translation translation, @Nullable Boolean stale) {
    Json.text(json, "translatedFrom", translation.from());
    Integer source = translation.version();
    if (source != null) {
      json.write("translatedVersion", source);
    }
    if (source != null && stale != null) {
      json.write("stale", stale);
    }
    Json.text(json, "translator", translation.translator());
  }

  private static void office(JsonGenerator json, Office office) {
    json.writeStartObject();
    Json.text(json, "code", office.code());
    json.writeStartObject("names");
    office.names().entrySet().stream()
        // The order of a map of values is not its own; the ETag must not depend on it.
        .sorted(Comparator.comparing(name -> name.getKey().tag()))
        .forEach(name -> Json.text(json, name.getKey().tag(), name.getValue()));
    json.writeEnd().writeStartArray("languages");
    office.languages().forEach(language -> json.write(language.tag()));
    json.writeEnd();
    Office.End end = office.end();
    if (end != null) {
      Json.text(json, "until", end.until());
      Json.text(json, "successor", end.successor());
    }
    json.writeEnd();
  }
}
