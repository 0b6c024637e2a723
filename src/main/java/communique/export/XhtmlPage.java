package communique.export;

import communique.briefing.Content;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Writes a version as a page of its own in XHTML (HTML Living Standard, XML syntax). */
final class XhtmlPage {
  static final String NAMESPACE = "http://www.w3.org/1999/xhtml";

  private final XmlOutput xml;
  private final Publication publication;
  private final Content content;

  private XhtmlPage(XmlOutput xml, Publication publication) {
    this.xml = xml;
    this.publication = publication;
    this.content = publication.content();
  }

  static byte[] write(Publication publication) {
    return XmlOutput.document(xml -> html(xml, publication));
  }

  /** The element {@code html}, which can also stand in another document. */
  static void html(XmlOutput xml, Publication publication) {
    XhtmlPage page = new XhtmlPage(xml, publication);
    xml.open("html", NAMESPACE);
    page.language();
    page.head();
    xml.open("body").open("article");
    page.header();
    new BodyXhtml(xml, publication).write();
    Printed.besideTheText(page.content).forEach(new BodyXhtml(xml, publication)::figure);
    page.footer();
    xml.close().close().close();
  }

  private void language() {
    String tag = publication.version().language().tag();
    xml.attribute("lang", tag).language(tag);
    xml.attribute("dir", publication.version().language().rightToLeft() ? "rtl" : "ltr");
  }

  private void head() {
    xml.open("head");
    xml.element("title", Printed.line(publication.title()));
    link("canonical", publication.canonical());
    for (Publication.Alternate other : publication.alternates()) {
      link("alternate", publication.edition(other.language()));
      xml.attribute("hreflang", other.language());
    }
    publication.content().licence().ifPresent(licence -> link("license", licence));
    xml.close();
  }

  private void link(String relation, URI address) {
    xml.single("link").attribute("rel", relation).attribute("href", address);
  }

  // A page without headline has no h1: the title of the window is enough.
  private void header() {
    xml.open("header");
    paragraph("embargo", Printed.embargo(publication));
    paragraph("section", content.section());
    xml.element("h1", content.headline());
    paragraph("subheadline", content.subheadline());
    xml.open("p").text(publication.officeName());
    publication
        .issued()
        .ifPresent(
            issued ->
                xml.text(", ")
                    .open("time")
                    .attribute("datetime", issued)
                    .text(issued.replace('T', ' '))
                    .close());
    xml.close();
    paragraph("byline", Printed.bylines(content));
    paragraph("translation", Printed.translation(publication));
    xml.close();
  }

  private void footer() {
    xml.open("footer");
    paragraph("reason", content.reason());
    paragraph("contact", Printed.contact(content));
    paragraph("rights", content.rights());
    URI published = content.webAddress();
    if (published != null) {
      xml.open("p").open("a").attribute("href", published.toASCIIString());
      xml.text(published.toString()).close().close();
    }
    xml.open("p").text(publication.version().briefing().reference() + " ");
    xml.open("a").attribute("href", publication.versioned());
    xml.text(publication.versioned().toString()).close().close();
    xml.close();
  }

  private void paragraph(String kind, @Nullable String text) {
    if (text != null) {
      xml.open("p").attribute("class", kind).text(text).close();
    }
  }
}
