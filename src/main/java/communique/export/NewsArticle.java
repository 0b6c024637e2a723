package communique.export;

import communique.briefing.Byline;
import communique.briefing.Contact;
import communique.briefing.Content;
import communique.briefing.MediaFile;
import communique.briefing.Mention;
import communique.briefing.Place;
import communique.briefing.Placement;
import communique.briefing.Translation;
import communique.briefing.Version;
import communique.briefing.VersionJson;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Writes a version as a {@code NewsArticle} of schema.org, in JSON-LD 1.1. */
final class NewsArticle {
  private final JsonOutput json;
  private final Publication publication;
  private final Version version;
  private final Content content;

  private NewsArticle(JsonOutput json, Publication publication) {
    this.json = json;
    this.publication = publication;
    this.version = publication.version();
    this.content = publication.content();
  }

  static byte[] write(Publication publication) {
    return JsonOutput.object(json -> new NewsArticle(json, publication).article());
  }

  private void article() {
    json.text("@context", "https://schema.org").text("@type", "NewsArticle");
    identity();
    json.text("headline", content.headline());
    json.text("alternativeHeadline", content.subheadline());
    json.text("articleSection", content.section());
    json.text("genre", Printed.kind(version.briefing().kind()));
    json.text("inLanguage", version.language());
    json.text("datePublished", publication.issued().orElse(null));
    json.text(
        "dateModified", version.number() == 1 ? null : VersionJson.instant(version.acceptedAt()));
    json.text("creativeWorkStatus", Printed.embargo(publication));
    json.text("temporalCoverage", version.briefing().eventDate());
    json.each("author", content.bylines(), this::author);
    json.object("publisher", this::office);
    json.text("articleBody", PlainText.body(publication));
    json.each("associatedMedia", content.placements(), this::medium);
    json.each("mentions", content.mentions(), this::mention);
    json.each("contentLocation", content.places(), this::place);
    json.each("about", content.subjects(), this::subject);
    json.texts("keywords", content.keywords());
    json.text("usageInfo", publication.content().licence().isPresent() ? null : content.rights());
    json.text("license", publication.content().licence().orElse(null));
    json.text("correction", content.reason());
    translations();
  }

  private void identity() {
    json.text("@id", publication.identity());
    URI published = content.webAddress();
    json.text("url", published == null ? publication.edition() : published.toASCIIString());
    json.array(
        "identifier",
        () ->
            json.item(version.briefing().reference())
                .item("urn:uuid:" + version.briefing().id())
                .item(publication.identity()));
    json.number("version", version.number());
    json.text("archivedAt", publication.versioned());
  }

  private void author(Byline byline) {
    json.text("@type", "Person").text("name", byline.name());
    json.text("jobTitle", byline.role()).text("email", byline.email());
  }

  private void office() {
    json.text("@type", "GovernmentOrganization").text("name", publication.officeName());
    json.text("identifier", publication.office().code());
    Contact contact = content.contact();
    if (contact != null) {
      json.object(
          "contactPoint",
          () ->
              json.text("@type", "ContactPoint")
                  .text("name", contact.name())
                  .text("email", contact.email())
                  .text("telephone", contact.telephone()));
    }
  }

  private void medium(Placement placement) {
    json.text(
        "@type",
        switch (placement.role()) {
          case PHOTO -> "ImageObject";
          case VIDEO -> "VideoObject";
          case AUDIO -> "AudioObject";
          case DOCUMENT -> "DigitalDocument";
        });
    String recall = publication.recalled().reason(placement);
    if (recall != null) {
      json.text("creativeWorkStatus", "Recalled").text("description", Printed.recalled(recall));
      return;
    }
    json.text("caption", placement.role() == Placement.Role.DOCUMENT ? null : placement.caption());
    json.text("name", placement.role() == Placement.Role.DOCUMENT ? placement.caption() : null);
    json.text("description", placement.alternativeText());
    json.text("creditText", placement.credit());
    MediaFile file = placement.file();
    if (file != null) {
      boolean document = placement.role() == Placement.Role.DOCUMENT;
      json.text(document ? "url" : "contentUrl", publication.media(file.sha256()));
      json.text("encodingFormat", file.type());
      json.text("size", document ? null : file.size() + " B");
      json.text("sha256", document ? null : file.sha256());
      pixels("width", file.width());
      pixels("height", file.height());
    }
  }

  private void pixels(String name, @Nullable Integer value) {
    json.text(name, value == null ? null : value + " px");
  }

  // A role stands between the article and the one who has it (schema.org, Role). Whether a person
  // or an organisation is meant is not known.
  private void mention(Mention mention) {
    Mention.Role role = mention.role();
    if (role == null) {
      json.text("@type", "Thing").text("name", mention.name());
    } else {
      json.text("@type", "Role").text("roleName", role.code());
      json.object("mentions", () -> json.text("@type", "Thing").text("name", mention.name()));
    }
  }

  private void place(Place place) {
    json.text("@type", "Place").text("name", place.name());
    if (place.country() != null) {
      json.object(
          "address",
          () -> json.text("@type", "PostalAddress").text("addressCountry", place.country()));
    }
  }

  private void subject(String subject) {
    json.text("@type", "DefinedTerm").text("@id", MediaTopic.address(subject));
    json.text("termCode", MediaTopic.code(subject));
    json.text("inDefinedTermSet", MediaTopic.SCHEME);
  }

  private void translations() {
    Translation translation = publication.translation();
    if (translation != null) {
      json.object(
          "translationOfWork",
          () ->
              json.text("@type", "NewsArticle")
                  .text("@id", publication.identity(translation.from()))
                  .text("url", publication.edition(translation.from()))
                  .text("inLanguage", translation.from())
                  .number("version", translation.version()));
      if (translation.translator() != null) {
        json.object(
            "translator",
            () -> json.text("@type", "Person").text("name", translation.translator()));
      }
    }
    json.each(
        "workTranslation",
        publication.alternates().stream()
            .filter(other -> version.language().equals(other.translatedFrom()))
            .toList(),
        other ->
            json.text("@type", "NewsArticle")
                .text("@id", publication.identity(other.language()))
                .text("url", publication.edition(other.language()))
                .text("inLanguage", other.language()));
  }
}
