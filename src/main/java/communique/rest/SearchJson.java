package communique.rest;

import communique.briefing.VersionJson;
import communique.search.Facet;
import communique.search.Facets;
import communique.search.Fragment;
import communique.search.Hit;
import communique.search.SearchPage;
import communique.search.Widened;
import jakarta.json.stream.JsonGenerator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes what a search found. */
final class SearchJson {
  private SearchJson() {}

  static byte[] page(SearchPage page, @Nullable String next) {
    return Json.bytes(
        json -> {
          json.writeStartObject();
          json.write("total", page.total());
          json.write("totalIsExact", page.totalIsExact());
          json.writeStartArray("hits");
          page.hits().forEach(hit -> hit(json, hit));
          json.writeEnd();
          Json.text(json, "next", next);
          if (!page.widened().isEmpty()) {
            json.writeStartArray("widened");
            page.widened().forEach(widened -> widened(json, widened));
            json.writeEnd();
          }
          Json.text(json, "suggested", page.suggested());
          if (page.relaxed()) {
            json.write("relaxed", true).write("complete", page.complete());
          }
          if (page.facets() != null) {
            facets(json, page.facets());
          }
          json.writeEnd();
        });
  }

  /** What is like another. */
  static byte[] similar(List<Hit> hits) {
    return Json.bytes(
        json -> {
          json.writeStartObject().writeStartArray("hits");
          hits.forEach(hit -> hit(json, hit));
          json.writeEnd().writeEnd();
        });
  }

  private static void facets(JsonGenerator json, Facets facets) {
    json.writeStartObject("facets");
    for (Facet facet : Facet.values()) {
      Facets.Counts counts = Objects.requireNonNull(facets.counts().get(facet));
      json.writeStartObject(facet.code());
      counts(json, "values", counts.counts());
      json.write("others", counts.others()).writeEnd();
    }
    counts(json, "months", facets.months());
    json.writeEnd();
  }

  private static void counts(JsonGenerator json, String name, List<Facets.Count> counts) {
    json.writeStartArray(name);
    for (Facets.Count count : counts) {
      json.writeStartObject().write("value", count.value());
      if (count.name() != null) {
        json.write("name", count.name().text());
      }
      json.write("count", count.count()).writeEnd();
    }
    json.writeEnd();
  }

  private static void widened(JsonGenerator json, Widened widened) {
    json.writeStartObject()
        .write("words", widened.words())
        .write("authority", widened.authority().toString())
        .write("href", Addresses.authority(widened.authority()))
        .write("name", widened.label())
        .writeStartArray("forms");
    widened.forms().forEach(json::write);
    json.writeEnd().writeEnd();
  }

  private static void hit(JsonGenerator json, Hit hit) {
    json.writeStartObject();
    Json.text(json, "briefing", hit.briefing());
    Json.text(json, "reference", hit.reference());
    Json.text(json, "office", hit.office());
    Json.text(json, "kind", hit.kind().code());
    Json.text(json, "language", hit.language());
    json.write("version", hit.version());
    Json.text(json, "headline", hit.headline());
    Json.text(json, "section", hit.section());
    Json.text(json, "issued", hit.issued());
    Json.text(json, "lead", hit.lead());
    Json.text(json, "changed", VersionJson.instant(hit.changed()));
    Json.text(json, "href", Addresses.edition(hit.briefing(), hit.language()));
    json.writeStartArray("highlights");
    hit.highlights().forEach(highlight -> highlight(json, highlight));
    json.writeEnd();
    json.writeStartArray("languages");
    hit.languages().forEach(language -> json.write(language.tag()));
    json.writeEnd().writeEnd();
  }

  private static void highlight(JsonGenerator json, List<Fragment> highlight) {
    json.writeStartArray();
    for (Fragment fragment : highlight) {
      json.writeStartObject();
      json.write("text", fragment.text());
      json.write("match", fragment.match());
      json.writeEnd();
    }
    json.writeEnd();
  }
}
