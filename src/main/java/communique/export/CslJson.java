package communique.export;

import communique.briefing.Content;
import communique.briefing.Kind;
import communique.briefing.Version;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a citation as data for the Citation Style Language 1.0.2: a list of one item. */
final class CslJson {
  private CslJson() {}

  static byte[] write(Publication publication) {
    return JsonOutput.listOfOne(json -> item(json, publication, Citation.of(publication)));
  }

  private static void item(JsonOutput json, Publication publication, Citation citation) {
    Content content = publication.content();
    Version version = publication.version();
    Kind kind = version.briefing().kind();
    json.text("id", citation.key()).text("type", kind == Kind.SPEECH ? "speech" : "report");
    json.text("title", citation.title());
    json.each("author", citation.authors(), name -> json.text("literal", name));
    if (citation.translator() != null) {
      json.each("translator", List.of(citation.translator()), name -> json.text("literal", name));
    }
    date(json, "issued", citation.issued());
    date(json, "event-date", version.briefing().eventDate());
    json.text("publisher", Printed.line(publication.officeName()));
    json.text("genre", Printed.kind(kind));
    json.text("number", version.briefing().reference());
    json.text("version", version.number());
    json.text("section", content.section() == null ? null : Printed.line(content.section()));
    json.text("language", version.language());
    json.text(
        "keyword", content.keywords().isEmpty() ? null : String.join(", ", content.keywords()));
    json.text("note", content.rights());
    json.text("URL", citation.address());
    json.text("archive_location", publication.versioned());
  }

  private static void date(JsonOutput json, String name, @Nullable LocalDate date) {
    if (date != null) {
      json.object(
          name,
          () ->
              json.array(
                  "date-parts",
                  () ->
                      json.array(
                          () ->
                              json.item(date.getYear())
                                  .item(date.getMonthValue())
                                  .item(date.getDayOfMonth()))));
    }
  }
}
