package communique.export;

import communique.briefing.Block;
import communique.briefing.LanguageTag;
import communique.briefing.MediaFile;
import communique.briefing.Placement;
import communique.briefing.Span;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the body of a version as XHTML: the one form of it for pages, news items and feeds. All
 * text is escaped; there is no script, no style and no address but http, https and mailto.
 */
public final class BodyXhtml {
  private final XmlOutput xml;
  private final Publication publication;

  BodyXhtml(XmlOutput xml, Publication publication) {
    this.xml = xml;
    this.publication = publication;
  }

  /**
   * The whole text as one element {@code div}, for readers of feeds: what was corrected, the
   * sub-headline, the media that no place in the text is given for, the blocks. The form is
   * well-formed XML and reads the same as HTML.
   *
   * @param note for those who have read it before; absent when there is none
   */
  public static String article(Publication publication, @Nullable String note) {
    return XmlOutput.fragment(
        xml -> {
          LanguageTag language = publication.version().language();
          xml.open("div")
              .attribute("lang", language.tag())
              .attribute("dir", language.rightToLeft() ? "rtl" : "ltr");
          if (note != null) {
            xml.open("p").attribute("role", "note").element("em", note).close();
          }
          String subheadline = publication.content().subheadline();
          if (subheadline != null) {
            xml.open("p").element("strong", subheadline).close();
          }
          BodyXhtml body = new BodyXhtml(xml, publication);
          Printed.besideTheText(publication.content()).forEach(body::figure);
          body.write();
          xml.close();
        });
  }

  void write() {
    publication.content().body().blocks().forEach(this::block);
  }

  private void block(Block block) {
    if (block instanceof Block.Paragraph paragraph) {
      paragraph(null, null, paragraph.text());
    } else if (block instanceof Block.Heading heading) {
      // The headline is the heading of the first level.
      xml.open("h" + (heading.level() + 1));
      spans(heading.text());
      xml.close();
    } else if (block instanceof Block.Quotation quotation) {
      quotation(quotation);
    } else if (block instanceof Block.Question question) {
      paragraph("question", question.speaker(), question.text());
    } else if (block instanceof Block.Answer answer) {
      paragraph("answer", answer.speaker(), answer.text());
    } else if (block instanceof Block.Enumeration listing) {
      xml.open(listing.ordered() ? "ol" : "ul");
      listing.items().forEach(item -> line("li", item));
      xml.close();
    } else if (block instanceof Block.Table table) {
      table(table);
    } else if (block instanceof Block.Illustration illustration) {
      figure(publication.content().placements().get(illustration.placement() - 1));
    } else {
      throw new IllegalStateException("no form is given for " + block.getClass());
    }
  }

  private void paragraph(@Nullable String kind, @Nullable String speaker, List<Span> text) {
    xml.open("p").attribute("class", kind);
    if (speaker != null) {
      xml.open("b").attribute("class", "speaker").text(speaker + ":").close().text(" ");
    }
    spans(text);
    xml.close();
  }

  private void quotation(Block.Quotation quotation) {
    xml.open("blockquote");
    paragraph(null, null, quotation.text());
    if (quotation.speaker() != null) {
      xml.open("p").element("cite", quotation.speaker()).close();
    }
    xml.close();
  }

  private void table(Block.Table table) {
    xml.open("table").open("tbody");
    for (List<List<Span>> row : table.rows()) {
      xml.open("tr");
      row.forEach(cell -> line("td", cell));
      xml.close();
    }
    xml.close().close();
  }

  private void line(String element, List<Span> text) {
    xml.open(element);
    spans(text);
    xml.close();
  }

  /**
   * A medium with its caption and credit, also when only its name was handed over; or why it was
   * recalled.
   */
  void figure(Placement placement) {
    String recall = publication.recalled().reason(placement);
    if (recall != null) {
      xml.open("figure").open("p").attribute("class", "recalled");
      xml.text(Printed.recalled(recall)).close().close();
      return;
    }
    MediaFile file = placement.file();
    boolean silent = placement.caption() == null && placement.alternativeText() == null;
    if (file == null && silent && placement.credit() == null) {
      return;
    }
    xml.open("figure");
    if (file != null) {
      medium(placement, file, publication.media(file.sha256()));
    } else if (placement.alternativeText() != null) {
      xml.element("p", placement.alternativeText());
    }
    if (placement.caption() != null || placement.credit() != null) {
      xml.open("figcaption");
      lines(placement.caption() == null ? "" : placement.caption());
      if (placement.credit() != null) {
        xml.text(" ").open("small").attribute("class", "credit").text(placement.credit()).close();
      }
      xml.close();
    }
    xml.close();
  }

  private void medium(Placement placement, MediaFile file, URI address) {
    String said = placement.alternativeText();
    boolean image = file.type().startsWith("image/");
    if (placement.role() == Placement.Role.PHOTO && image) {
      xml.single("img").attribute("src", address).attribute("alt", said == null ? "" : said);
      xml.attribute("width", file.width()).attribute("height", file.height());
    } else if (placement.role() == Placement.Role.VIDEO
        || placement.role() == Placement.Role.AUDIO) {
      xml.open(placement.role().code()).attribute("src", address);
      xml.attribute("controls", "controls").attribute("title", said).close();
    } else {
      xml.open("a").attribute("href", address).attribute("type", file.type());
      xml.text(said == null ? address.toString() : said).close();
    }
  }

  private void spans(List<Span> spans) {
    for (Span span : spans) {
      if (span.link() != null) {
        xml.open("a").attribute("href", span.link().toASCIIString());
      }
      stressed(span);
      if (span.link() != null) {
        xml.close();
      }
    }
  }

  private void stressed(Span span) {
    Span.Emphasis emphasis = span.emphasis();
    if (emphasis == null) {
      lines(span.text());
      return;
    }
    xml.open(
        switch (emphasis) {
          case EMPHASIS -> "em";
          case STRONG -> "strong";
        });
    lines(span.text());
    xml.close();
  }

  private void lines(String text) {
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        xml.single("br");
      }
      if (!lines[i].isEmpty()) {
        xml.text(lines[i]);
      }
    }
  }
}
