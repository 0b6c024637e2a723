package communique.export;

import communique.briefing.Contact;
import communique.briefing.Content;
import communique.briefing.Issued;
import communique.briefing.LanguageTag;
import communique.briefing.MediaFile;
import communique.briefing.Place;
import communique.briefing.Placement;
import communique.briefing.Translation;
import communique.briefing.Version;
import communique.briefing.VersionJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a version in IPTC ninjs 3.1. The standard takes only full times with their zone, so the
 * issued date has a place in it only when the office said both; the event's date has none.
 */
final class Ninjs {
  private final JsonOutput json;
  private final Publication publication;
  private final Version version;
  private final Content content;

  private Ninjs(JsonOutput json, Publication publication) {
    this.json = json;
    this.publication = publication;
    this.version = publication.version();
    this.content = publication.content();
  }

  static byte[] write(Publication publication) {
    return JsonOutput.object(json -> new Ninjs(json, publication).item());
  }

  private void item() {
    json.text("uri", publication.identity()).text("type", "text");
    json.text("representationType", "full");
    json.text("version", version.number());
    json.text("versionCreated", VersionJson.instant(version.acceptedAt()));
    Issued issued = content.issued();
    if (issued != null && issued.zone() != null) {
      json.text("contentCreated", publication.issued().orElse(null));
    }
    json.text("embargoedUntil", publication.embargoed().orElse(null));
    // Withheld also from whoever looks at the status alone.
    json.text("pubStatus", publication.embargo() == null ? "usable" : "withheld");
    json.text("usageTerms", content.rights());
    content
        .licence()
        .ifPresent(licence -> json.object("rightsInfo", () -> json.text("linkedRights", licence)));
    json.text("language", version.language());
    json.text("title", publication.title());
    json.text("slugline", version.briefing().reference());
    json.text("by", Printed.bylines(content));
    text();
    context();
    json.array("associations", this::associations);
    if (content.webAddress() != null) {
      String published = content.webAddress().toASCIIString();
      json.array(
          "renditions", () -> json.item(() -> json.text("name", "web").text("href", published)));
    }
    json.object(
        "standard",
        () ->
            json.text("name", "ninjs")
                .text("version", "3.1")
                .text("schema", "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"));
  }

  private void text() {
    json.array(
        "headlines",
        () -> {
          valued("main", null, content.headline());
          valued("subheadline", null, content.subheadline());
        });
    json.array("descriptions", () -> valued("correction", null, content.reason()));
    json.array(
        "bodies",
        () -> {
          valued("main", "application/xhtml+xml", BodyXhtml.article(publication, null));
          valued("plain", "text/plain", PlainText.body(publication));
        });
  }

  private void valued(String role, @Nullable String type, @Nullable String value) {
    if (value != null) {
      json.item(() -> json.text("role", role).text("contentType", type).text("value", value));
    }
  }

  private void context() {
    json.each(
        "people",
        content.bylines(),
        byline -> {
          json.text("name", byline.name()).text("rel", "author").text("literal", byline.role());
          contacts(null, byline.email(), null);
        });
    json.each("places", content.places(), this::place);
    json.array("subjects", this::subjects);
    json.array("infoSources", this::sources);
    json.each(
        "genres",
        List.of(version.briefing().kind()),
        kind -> json.text("name", Printed.kind(kind)).text("literal", kind.code()));
    json.array(
        "altIds",
        () -> {
          valued("reference", null, version.briefing().reference());
          valued("briefing", null, "urn:uuid:" + version.briefing().id());
          valued("edition", null, publication.edition().toString());
          valued("version", null, publication.versioned().toString());
        });
  }

  private void place(Place place) {
    json.text("name", place.name());
    if (place.country() != null) {
      json.array(
          "contactInfo",
          () ->
              json.item(() -> json.object("address", () -> json.text("country", place.country()))));
    }
  }

  // Whether a mention is a person or an organisation is not known: it is a concept here.
  private void subjects() {
    content
        .subjects()
        .forEach(
            subject ->
                json.item(
                    () -> json.text("rel", "about").text("uri", MediaTopic.address(subject))));
    content
        .mentions()
        .forEach(
            mention ->
                subject(
                    mention.role() == null ? "mention" : mention.role().code(), mention.name()));
    content.keywords().forEach(keyword -> subject("keyword", keyword));
    if (content.section() != null) {
      subject("section", content.section());
    }
  }

  private void subject(String relation, String name) {
    json.item(() -> json.text("name", name).text("rel", relation));
  }

  private void sources() {
    json.item(
        () -> {
          json.text("name", publication.officeName()).text("role", "provider");
          json.text("literal", publication.office().code());
          Contact contact = content.contact();
          if (contact != null) {
            contacts(contact.name(), contact.email(), contact.telephone());
          }
        });
    unreachable();
    Translation translation = publication.translation();
    if (translation != null && translation.translator() != null) {
      json.item(() -> json.text("name", translation.translator()).text("role", "translator"));
    }
  }

  // A contact must have a value (contactInfoType); one with a name alone is a source of its own.
  private void unreachable() {
    Contact contact = content.contact();
    if (contact != null && contact.email() == null && contact.telephone() == null) {
      json.item(() -> json.text("name", contact.name()).text("role", "contact"));
    }
  }

  private void contacts(@Nullable String name, @Nullable String email, @Nullable String phone) {
    json.array(
        "contactInfo",
        () -> {
          contact("email", name, email);
          contact("phone", name, phone);
        });
  }

  private void contact(String type, @Nullable String name, @Nullable String value) {
    if (value != null) {
      json.item(() -> json.text("type", type).text("name", name).text("value", value));
    }
  }

  private void associations() {
    for (int i = 0; i < content.placements().size(); i++) {
      Placement placement = content.placements().get(i);
      String name = "media-" + (i + 1);
      json.item(() -> medium(name, placement));
    }
    Translation translation = publication.translation();
    if (translation != null) {
      json.item(
          () ->
              edition("translated-from", translation.from())
                  .text("version", translation.version()));
    }
    for (Publication.Alternate other : publication.alternates()) {
      json.item(() -> edition("edition-" + other.language(), other.language()));
    }
  }

  private JsonOutput edition(String name, LanguageTag language) {
    json.text("name", name)
        .text("rel", name.startsWith("edition-") ? "alternate" : "translatedFrom")
        .text("uri", publication.identity(language))
        .text("type", "text")
        .text("language", language);
    json.array(
        "renditions",
        () ->
            json.item(
                () -> json.text("name", "edition").text("href", publication.edition(language))));
    return json;
  }

  private void medium(String name, Placement placement) {
    MediaFile file = placement.file();
    String recall = publication.recalled().reason(placement);
    json.text("name", name).text("rel", placement.role().code());
    // What was named and not handed over, or recalled, is known only by its place in this version.
    json.text(
        "uri",
        file == null || recall != null
            ? publication.versioned() + "#" + name
            : publication.media(file.sha256()));
    json.text(
        "type",
        switch (placement.role()) {
          case PHOTO -> "picture";
          case VIDEO -> "video";
          case AUDIO -> "audio";
          case DOCUMENT -> "component";
        });
    if (recall != null) {
      json.text("pubStatus", "canceled").text("edNote", Printed.recalled(recall));
      return;
    }
    json.text("by", placement.credit());
    json.array(
        "descriptions",
        () -> {
          valued("caption", null, placement.caption());
          valued("alternativeText", null, placement.alternativeText());
        });
    if (file != null) {
      json.each("renditions", List.of(file), this::rendition);
    }
  }

  private void rendition(MediaFile file) {
    json.text("name", "original").text("href", publication.media(file.sha256()));
    json.text("contentType", file.type()).number("sizeInBytes", file.size());
    json.number("width", file.width()).number("height", file.height());
  }
}
