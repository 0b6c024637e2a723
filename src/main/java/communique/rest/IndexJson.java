package communique.rest;

import communique.briefing.index.IndexComparison;
import communique.briefing.index.IndexGeneration;
import communique.briefing.index.RefusedDocument;
import communique.search.index.IndexReport;
import jakarta.json.stream.JsonGenerator;
import java.util.List;

/** Writes how the search index is, as the {@code index-….schema.json} say. */
final class IndexJson {
  private static final double MILLIS = 1000;

  private IndexJson() {}

  static String address(IndexGeneration rebuild) {
    return RestApplication.ROOT + "/index/rebuilds/" + rebuild.id();
  }

  static byte[] report(IndexReport report) {
    return Json.bytes(
        json -> {
          json.writeStartObject();
          json.write("schema", report.schema());
          report.serving().ifPresent(held -> write(json, "serving", held));
          report.filling().ifPresent(held -> write(json, "filling", held));
          json.writeStartObject("lag");
          json.write("single", report.single().toMillis() / MILLIS);
          json.write("imported", report.imported().toMillis() / MILLIS);
          json.write("requested", report.requested().toMillis() / MILLIS);
          json.write("names", report.names().toMillis() / MILLIS);
          json.writeEnd();
          json.write("parked", report.parked());
          report
              .comparison()
              .ifPresent(
                  comparison -> {
                    json.writeStartObject("comparison");
                    write(json, comparison);
                    json.writeEnd();
                  });
          json.writeEnd();
        });
  }

  private static void write(JsonGenerator json, String name, IndexReport.Held held) {
    json.writeStartObject(name);
    json.writeStartObject("rebuild");
    write(json, held.generation());
    json.writeEnd();
    json.writeStartArray("indices");
    for (IndexReport.Index index : held.indices()) {
      json.writeStartObject();
      json.write("name", index.name());
      json.write("health", index.health());
      json.write("shards", index.shards());
      json.write("replicas", index.replicas());
      if (index.documents() != null) {
        json.write("documents", index.documents());
      }
      json.writeEnd();
    }
    json.writeEnd();
    json.writeEnd();
  }

  static byte[] rebuild(IndexGeneration rebuild) {
    return Json.bytes(
        json -> {
          json.writeStartObject();
          write(json, rebuild);
          json.writeEnd();
        });
  }

  private static void write(JsonGenerator json, IndexGeneration generation) {
    json.write("id", generation.id().toString());
    json.write("number", generation.number());
    json.write("state", generation.state().code());
    Json.text(json, "askedBy", generation.askedBy());
    Json.text(json, "startedAt", generation.startedAt());
    Json.text(json, "finishedAt", generation.finishedAt());
    json.write("briefings", generation.fill().briefings());
    json.write("filled", generation.fill().done());
    Json.text(json, "failure", generation.failure());
    json.write("href", address(generation));
  }

  static byte[] comparison(IndexComparison comparison) {
    return Json.bytes(
        json -> {
          json.writeStartObject();
          write(json, comparison);
          json.writeEnd();
        });
  }

  private static void write(JsonGenerator json, IndexComparison comparison) {
    json.write("mending", comparison.mending());
    json.write("askedBy", comparison.askedBy());
    Json.text(json, "startedAt", comparison.startedAt());
    Json.text(json, "finishedAt", comparison.finishedAt());
    json.write("briefings", comparison.briefings());
    json.write("compared", comparison.compared());
    json.write("missing", comparison.missing());
    json.write("surplus", comparison.surplus());
    json.write("outdated", comparison.outdated());
    json.write("ahead", comparison.ahead());
    Json.text(json, "failure", comparison.failure());
    json.writeStartArray("examples");
    for (IndexComparison.Difference difference : comparison.examples()) {
      json.writeStartObject();
      json.write("briefing", difference.briefing().toString());
      json.write("index", index(difference.open()));
      json.write("difference", difference.sort().code());
      if (difference.expected() != null) {
        json.write("expected", difference.expected());
      }
      if (difference.found() != null) {
        json.write("found", difference.found());
      }
      json.writeEnd();
    }
    json.writeEnd();
  }

  static byte[] parked(List<RefusedDocument> documents) {
    return Json.bytes(
        json -> {
          json.writeStartObject();
          json.writeStartArray("documents");
          for (RefusedDocument document : documents) {
            json.writeStartObject();
            json.write("briefing", document.briefing().toString());
            json.write("index", index(document.open()));
            json.write("number", document.generation());
            json.write("position", document.position());
            json.write("tries", document.tries());
            json.write("error", document.error());
            Json.text(json, "firstAt", document.firstAt());
            Json.text(json, "lastAt", document.lastAt());
            json.writeEnd();
          }
          json.writeEnd();
          json.writeEnd();
        });
  }

  private static String index(boolean open) {
    return open ? "public" : "restricted";
  }
}
