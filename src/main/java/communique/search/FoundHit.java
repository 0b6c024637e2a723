package communique.search;

import co.elastic.clients.json.JsonData;
import communique.briefing.Coded;
import communique.briefing.Kind;
import communique.briefing.LanguageTag;
import communique.briefing.OfficeCode;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Reads a hit as Elasticsearch gives it. */
final class FoundHit {
  /** What it needs of the document. */
  static final List<String> FIELDS =
      List.of(
          "briefing",
          "reference",
          "office",
          "kind",
          "language",
          "version",
          "headline",
          "section",
          "issued",
          "lead");

  private FoundHit() {}

  static Hit read(co.elastic.clients.elasticsearch.core.search.Hit<JsonData> found) {
    JsonObject json = Objects.requireNonNull(found.source()).toJson().asJsonObject();
    LanguageTag language = new LanguageTag(json.getString("language"));
    String issued = json.getString("issued", null);
    return new Hit(
        UUID.fromString(json.getString("briefing")),
        json.getString("reference"),
        new OfficeCode(json.getString("office")),
        Coded.of(Kind.class, "kind", json.getString("kind")),
        language,
        json.getInt("version"),
        json.getString("headline", null),
        json.getString("section", null),
        issued == null ? null : LocalDate.parse(issued),
        json.getString("lead"),
        highlights(found.highlight(), Analysis.of(language)));
  }

  private static List<List<Fragment>> highlights(
      Map<String, List<String>> passages, Analysis analysis) {
    List<String> shown = new ArrayList<>();
    for (TextField field : TextField.values()) {
      List<String> exact = passages.getOrDefault(field.in(analysis), List.of());
      shown.addAll(
          exact.isEmpty() ? passages.getOrDefault(field.foldedIn(analysis), List.of()) : exact);
    }
    return shown.stream().map(Highlight::fragments).toList();
  }
}
