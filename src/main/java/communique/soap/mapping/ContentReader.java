package communique.soap.mapping;

import communique.briefing.Body;
import communique.briefing.Byline;
import communique.briefing.Coded;
import communique.briefing.Contact;
import communique.briefing.Content;
import communique.briefing.Digest;
import communique.briefing.Issued;
import communique.briefing.MediaFile;
import communique.briefing.Mention;
import communique.briefing.Place;
import communique.briefing.Placement;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Text;
import communique.briefing.Violations;
import communique.soap.contract.BodyXml;
import communique.soap.contract.BylinesXml;
import communique.soap.contract.ContactXml;
import communique.soap.contract.ContentXml;
import communique.soap.contract.FileXml;
import communique.soap.contract.IssuedXml;
import communique.soap.contract.KeywordsXml;
import communique.soap.contract.MediaXml;
import communique.soap.contract.MentionXml;
import communique.soap.contract.MentionsXml;
import communique.soap.contract.PlacementXml;
import communique.soap.contract.PlacesXml;
import communique.soap.contract.SubjectsXml;
import communique.soap.lists.Dates;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the content of a version of what the contract has. */
final class ContentReader {
  private ContentReader() {}

  static Content content(ContentXml xml) {
    Violations broken = new Violations();
    Issued issued = broken.part("", () -> issued(xml.getIssued()));
    List<Byline> bylines = broken.part("", () -> bylines(xml.getBylines()), List.of());
    Contact contact = broken.part("", () -> contact(xml.getContact()));
    Body body = broken.part("", () -> body(xml.getBody()), Body.UNREAD);
    List<Placement> placements = broken.part("", () -> placements(xml.getMedia()), List.of());
    List<Mention> mentions = broken.part("", () -> mentions(xml.getMentions()), List.of());
    List<Place> places = broken.part("", () -> places(xml.getPlaces()), List.of());
    URI address = broken.part("", () -> address(xml.getWebAddress()));
    Content content =
        broken.part(
            "",
            () ->
                new Content(
                    xml.getHeadline(),
                    xml.getSubheadline(),
                    xml.getSection(),
                    issued,
                    bylines,
                    contact,
                    broken.in("media") ? Body.UNREAD : body,
                    placements,
                    mentions,
                    places,
                    subjects(xml.getSubjects()),
                    keywords(xml.getKeywords()),
                    xml.getRights(),
                    address,
                    xml.getReasonForChange()));
    broken.refuse();
    return Objects.requireNonNull(content, "a content is absent and nothing is wrong");
  }

  private static Body body(@Nullable BodyXml xml) {
    return BodyReader.body(SubmissionReader.present("body", xml));
  }

  /** Reads the items of a list; a refusal names all that are wrong by their places. */
  static <X, T> List<T> each(String list, List<X> items, Function<X, T> read) {
    List<T> all = new ArrayList<>(items.size());
    Violations broken = new Violations();
    for (int i = 0; i < items.size(); i++) {
      X item = items.get(i);
      T made = broken.part(list + "[" + i + "]", () -> read.apply(item));
      if (made != null) {
        all.add(made);
      }
    }
    broken.refuse();
    return all;
  }

  private static @Nullable Issued issued(@Nullable IssuedXml xml) {
    return xml == null
        ? null
        : Refusal.within(
            "issued", () -> issued(Dates.day("date", xml.getDate()), xml.getTime(), xml.getZone()));
  }

  private static Issued issued(
      @Nullable LocalDate date, @Nullable String time, @Nullable String zone) {
    if (date == null) {
      throw new Refusal(Reason.MISSING, "date", "must be present", "");
    }
    return new Issued(
        date, inForm("time", time, LocalTime::parse), inForm("zone", zone, ZoneOffset::of));
  }

  private static <T> @Nullable T inForm(
      String field, @Nullable String text, Function<String, T> parse) {
    try {
      return text == null ? null : parse.apply(text);
    } catch (DateTimeException e) {
      throw new Refusal(Reason.BAD_FORMAT, field, "must have the form of ISO 8601", text, e);
    }
  }

  private static List<Byline> bylines(@Nullable BylinesXml xml) {
    return xml == null
        ? List.of()
        : each(
            "bylines",
            xml.getByline(),
            byline -> new Byline(byline.getName(), byline.getRole(), byline.getEmail()));
  }

  private static @Nullable Contact contact(@Nullable ContactXml xml) {
    return xml == null
        ? null
        : Refusal.within(
            "contact", () -> new Contact(xml.getName(), xml.getEmail(), xml.getTelephone()));
  }

  private static List<Placement> placements(@Nullable MediaXml xml) {
    return xml == null ? List.of() : each("media", xml.getPlacement(), ContentReader::placement);
  }

  private static Placement placement(PlacementXml xml) {
    if (xml.getRecalled() != null) {
      throw new Refusal(Reason.MALFORMED, "recalled", "must be absent in a deposit", "");
    }
    return new Placement(
        Coded.of(Placement.Role.class, "role", SubmissionReader.present("role", xml.getRole())),
        xml.getCaption(),
        xml.getAlternativeText(),
        xml.getCredit(),
        xml.getFile() == null ? null : Refusal.within("file", () -> named(xml.getFile())));
  }

  // A file whose bytes are there comes later, when the store has looked at them.
  private static @Nullable MediaFile named(FileXml xml) {
    Digest sha256 = xml.getSha256() == null ? null : new Digest(xml.getSha256());
    if (xml.getContent() != null) {
      return null;
    }
    if (sha256 == null) {
      throw new Refusal(
          Reason.MISSING,
          "content",
          "must be present in a deposit, unless Sha256 names a file that was handed over before",
          "");
    }
    String type = xml.getContentType();
    return new MediaFile(sha256, type == null ? "" : type, 0, null, null);
  }

  private static List<Mention> mentions(@Nullable MentionsXml xml) {
    return xml == null ? List.of() : each("mentions", xml.getMention(), ContentReader::mention);
  }

  private static Mention mention(MentionXml xml) {
    String role = xml.getRole();
    return new Mention(
        xml.getName(), role == null ? null : Coded.of(Mention.Role.class, "role", role));
  }

  private static List<Place> places(@Nullable PlacesXml xml) {
    return xml == null
        ? List.of()
        : each("places", xml.getPlace(), place -> new Place(place.getName(), place.getCountry()));
  }

  private static List<String> subjects(@Nullable SubjectsXml xml) {
    return xml == null ? List.of() : xml.getSubject();
  }

  private static List<String> keywords(@Nullable KeywordsXml xml) {
    return xml == null ? List.of() : xml.getKeyword();
  }

  private static @Nullable URI address(@Nullable String xml) {
    return xml == null ? null : Text.uri("webAddress", xml);
  }
}
