package communique.soap.mapping;

import communique.briefing.Byline;
import communique.briefing.Coded;
import communique.briefing.Contact;
import communique.briefing.Content;
import communique.briefing.Issued;
import communique.briefing.MediaFile;
import communique.briefing.Mention;
import communique.briefing.Place;
import communique.briefing.Placement;
import communique.briefing.RecalledFiles;
import communique.soap.contract.BylineXml;
import communique.soap.contract.BylinesXml;
import communique.soap.contract.ContactXml;
import communique.soap.contract.ContentXml;
import communique.soap.contract.FileXml;
import communique.soap.contract.IssuedXml;
import communique.soap.contract.KeywordsXml;
import communique.soap.contract.MediaXml;
import communique.soap.contract.MentionXml;
import communique.soap.contract.MentionsXml;
import communique.soap.contract.PlaceXml;
import communique.soap.contract.PlacementXml;
import communique.soap.contract.PlacesXml;
import communique.soap.contract.SubjectsXml;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the content of a version as the contract has it; empty lists are left out. */
public final class ContentWriter {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final MediaAddress media;
  private final RecalledFiles recalled;

  ContentWriter(MediaAddress media, RecalledFiles recalled) {
    this.media = media;
    this.recalled = recalled;
  }

  ContentXml content(Content content) {
    ContentXml xml = new ContentXml();
    xml.setHeadline(content.headline());
    xml.setSubheadline(content.subheadline());
    xml.setSection(content.section());
    set(content.issued(), ContentWriter::issued, xml::setIssued);
    bylines(content.bylines(), xml);
    set(content.contact(), ContentWriter::contact, xml::setContact);
    xml.setBody(BodyWriter.body(content.body()));
    placements(content.placements(), xml);
    mentions(content.mentions(), xml);
    places(content.places(), xml);
    words(content, xml);
    xml.setRights(content.rights());
    set(content.webAddress(), Object::toString, xml::setWebAddress);
    xml.setReasonForChange(content.reason());
    return xml;
  }

  private static IssuedXml issued(Issued issued) {
    IssuedXml xml = new IssuedXml();
    xml.setDate(BriefingWriter.day(issued.date()));
    set(issued.time(), TIME::format, xml::setTime);
    set(issued.zone(), ContentWriter::zone, xml::setZone);
    return xml;
  }

  private static String zone(ZoneOffset zone) {
    return zone.getTotalSeconds() == 0 ? "+00:00" : zone.getId();
  }

  private static void bylines(List<Byline> bylines, ContentXml content) {
    if (!bylines.isEmpty()) {
      content.setBylines(new BylinesXml());
    }
    for (Byline byline : bylines) {
      BylineXml xml = new BylineXml();
      xml.setName(byline.name());
      xml.setRole(byline.role());
      xml.setEmail(byline.email());
      content.getBylines().getByline().add(xml);
    }
  }

  private static ContactXml contact(Contact contact) {
    ContactXml xml = new ContactXml();
    xml.setName(contact.name());
    xml.setEmail(contact.email());
    xml.setTelephone(contact.telephone());
    return xml;
  }

  private void placements(List<Placement> placements, ContentXml content) {
    if (!placements.isEmpty()) {
      content.setMedia(new MediaXml());
    }
    placements.forEach(each -> content.getMedia().getPlacement().add(placement(each)));
  }

  private PlacementXml placement(Placement placement) {
    PlacementXml xml = new PlacementXml();
    xml.setRole(placement.role().code());
    String recall = recalled.reason(placement);
    if (recall != null) {
      xml.setRecalled(recall);
      return xml;
    }
    xml.setCaption(placement.caption());
    xml.setAlternativeText(placement.alternativeText());
    xml.setCredit(placement.credit());
    set(placement.file(), file -> file(file, media), xml::setFile);
    return xml;
  }

  /** A file as it is described, without its content. */
  public static FileXml file(MediaFile file, MediaAddress media) {
    FileXml xml = new FileXml();
    xml.setContentType(file.type());
    xml.setSha256(file.sha256().hex());
    xml.setSize(file.size());
    xml.setWidth(file.width());
    xml.setHeight(file.height());
    xml.setAddress(media.of(file.sha256()));
    return xml;
  }

  private static void mentions(List<Mention> mentions, ContentXml content) {
    if (!mentions.isEmpty()) {
      content.setMentions(new MentionsXml());
    }
    for (Mention mention : mentions) {
      MentionXml xml = new MentionXml();
      xml.setName(mention.name());
      set(mention.role(), Coded::code, xml::setRole);
      content.getMentions().getMention().add(xml);
    }
  }

  private static void places(List<Place> places, ContentXml content) {
    if (!places.isEmpty()) {
      content.setPlaces(new PlacesXml());
    }
    for (Place place : places) {
      PlaceXml xml = new PlaceXml();
      xml.setName(place.name());
      xml.setCountry(place.country());
      content.getPlaces().getPlace().add(xml);
    }
  }

  private static void words(Content content, ContentXml xml) {
    if (!content.subjects().isEmpty()) {
      xml.setSubjects(new SubjectsXml());
      xml.getSubjects().getSubject().addAll(content.subjects());
    }
    if (!content.keywords().isEmpty()) {
      xml.setKeywords(new KeywordsXml());
      xml.getKeywords().getKeyword().addAll(content.keywords());
    }
  }

  private static <A, B> void set(@Nullable A value, Function<A, B> to, Consumer<B> field) {
    if (value != null) {
      field.accept(to.apply(value));
    }
  }
}
