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

/**
 * Writes a version as an IPTC NewsML-G2 2.35 news item of conformance level power, its page inside
 * as XHTML. Relations are named by address, so that they need no catalogue but IPTC's own.
 */
final class NewsItem {
  private static final String NAMESPACE = "http://iptc.org/std/nar/2006-10-01/";
  private static final String CATALOG =
      "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml";
  private static final String RELATIONS = "http://www.iana.org/assignments/relation/";

  private final XmlOutput xml;
  private final Publication publication;
  private final Version version;
  private final Content content;

  private NewsItem(XmlOutput xml, Publication publication) {
    this.xml = xml;
    this.publication = publication;
    this.version = publication.version();
    this.content = publication.content();
  }

  static byte[] write(Publication publication) {
    return XmlOutput.document(xml -> new NewsItem(xml, publication).item());
  }

  private void item() {
    xml.open("newsItem", NAMESPACE).attribute("guid", publication.identity());
    xml.attribute("version", version.number()).attribute("standard", "NewsML-G2");
    xml.attribute("standardversion", "2.35").attribute("conformance", "power");
    xml.language(version.language());
    xml.attribute("dir", version.language().rightToLeft() ? "rtl" : "ltr");
    xml.single("catalogRef").attribute("href", CATALOG);
    if (content.rights() != null) {
      xml.open("rightsInfo").open("usageTerms");
      xml.attribute("href", publication.content().licence().orElse(null));
      xml.text(content.rights()).close().close();
    }
    itemMeta();
    contentMeta();
    xml.open("contentSet").open("inlineXML").attribute("contenttype", "application/xhtml+xml");
    XhtmlPage.html(xml, publication);
    xml.close().close().close();
  }

  private void itemMeta() {
    xml.open("itemMeta");
    xml.single("itemClass").attribute("qcode", "ninat:text");
    provider();
    xml.element("versionCreated", VersionJson.instant(version.acceptedAt()));
    xml.element("embargoed", publication.embargoed().orElse(null));
    // Withheld also from whoever looks at the status alone.
    xml.single("pubStatus")
        .attribute("qcode", publication.embargo() == null ? "stat:usable" : "stat:withheld");
    xml.element("title", Printed.line(publication.title()));
    xml.element("edNote", content.reason());
    for (Placement placement : content.placements()) {
      String recall = publication.recalled().reason(placement);
      xml.element("edNote", recall == null ? null : Printed.recalled(recall));
    }
    links();
    xml.close();
  }

  private void provider() {
    xml.open("provider").attribute("literal", publication.office().code());
    xml.element("name", Printed.line(publication.officeName()));
    Contact contact = content.contact();
    if (contact != null) {
      xml.open("organisationDetails").open("contactInfo");
      xml.element("email", contact.email());
      xml.element("phone", line(contact.telephone()));
      xml.element("note", contact.name());
      xml.close().close();
    }
    xml.close();
  }

  private void links() {
    URI published = content.webAddress();
    if (published != null) {
      link("canonical", published.toASCIIString());
    }
    link("self", publication.edition().toString());
    link("memento", publication.versioned().toString());
    for (Publication.Alternate other : publication.alternates()) {
      link("alternate", publication.edition(other.language()).toString());
    }
    Translation translation = publication.translation();
    if (translation != null) {
      xml.single("link").attribute("reluri", "https://schema.org/translationOfWork");
      xml.attribute("residref", publication.identity(translation.from()));
      xml.attribute("version", translation.version());
    }
    for (Placement placement : publication.recalled().shown(content)) {
      MediaFile file = placement.file();
      if (file != null) {
        link("enclosure", publication.media(file.sha256()).toString());
        xml.attribute("contenttype", file.type()).attribute("size", file.size());
        xml.attribute("title", placement.caption());
      }
    }
  }

  private void link(String relation, String address) {
    xml.single("link").attribute("reluri", RELATIONS + relation).attribute("href", address);
  }

  private void contentMeta() {
    xml.open("contentMeta");
    xml.element("contentCreated", publication.issued().orElse(null));
    content.bylines().forEach(this::creator);
    Translation translation = publication.translation();
    if (translation != null && translation.translator() != null) {
      xml.open("contributor").attribute("roleuri", "https://schema.org/translator");
      xml.element("name", line(translation.translator())).close();
    }
    xml.open("altId").attribute("typeuri", "https://schema.org/identifier");
    xml.text(version.briefing().reference()).close();
    xml.single("language").attribute("tag", version.language());
    xml.open("genre").attribute("literal", version.briefing().kind().code());
    xml.open("name").language("en").text(Printed.kind(version.briefing().kind())).close().close();
    content.keywords().forEach(keyword -> xml.element("keyword", line(keyword)));
    subjects();
    xml.element("slugline", version.briefing().reference());
    xml.element("headline", content.headline());
    headline("https://schema.org/alternativeHeadline", content.subheadline());
    headline("https://schema.org/articleSection", content.section());
    xml.element("by", Printed.bylines(content));
    xml.close();
  }

  private void creator(Byline byline) {
    xml.open("creator").element("name", line(byline.name()));
    if (byline.email() != null) {
      xml.open("personDetails").open("contactInfo");
      xml.element("email", byline.email()).close().close();
    }
    xml.close();
  }

  private void subjects() {
    for (String subject : content.subjects()) {
      xml.single("subject").attribute("type", "cpnat:abstract").attribute("qcode", subject);
    }
    // Whether a person or an organisation is meant is not known, so no nature is named.
    for (Mention mention : content.mentions()) {
      xml.open("subject").attribute("literal", line(mention.name()));
      xml.element("name", line(mention.name())).close();
    }
    for (Place place : content.places()) {
      xml.open("subject").attribute("type", "cpnat:geoArea");
      xml.attribute("literal", line(place.name())).element("name", line(place.name()));
      if (place.country() != null) {
        xml.single("broader").attribute("qcode", "iso3166-1a2:" + place.country());
      }
      xml.close();
    }
  }

  private void headline(String role, @Nullable String text) {
    if (text != null) {
      xml.open("headline").attribute("roleuri", role).text(text).close();
    }
  }

  private static @Nullable String line(@Nullable String text) {
    return text == null ? null : Printed.line(text);
  }
}
