package communique.briefing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/** Reads what an office says from the fields that {@link VersionJson} writes. */
public final class ContentReader {
  private ContentReader() {}

  /**
   * The content among the fields of a version or a submission.
   *
   * @throws Refusal when rules are broken
   */
  public static Content read(Fields json) {
    List<Byline> bylines = json.objects("bylines", ContentReader::byline);
    Contact contact = json.object("contact", ContentReader::contact);
    Issued issued = json.object("issued", ContentReader::issued);
    List<Placement> placements = json.objects("media", ContentReader::placement);
    Body body = body(json);
    return new Content(
        json.text("headline"),
        json.text("subheadline"),
        json.text("section"),
        issued,
        bylines,
        contact,
        json.isWrong("media") ? Body.UNREAD : body,
        placements,
        json.objects("mentions", ContentReader::mention),
        json.objects("places", ContentReader::place),
        json.texts("subjects"),
        json.texts("keywords"),
        json.text("rights"),
        json.text("webAddress", address -> Text.uri("", address)),
        json.text("reason"));
  }

  /** A day in the form of ISO 8601, such as {@code 2025-07-24}. */
  public static LocalDate day(String text) {
    return inForm(text, LocalDate::parse, "must be a day such as 2025-07-24 (ISO 8601)");
  }

  /** What a media file's address stands for, when a placement names it. */
  public static MediaFile file(Fields json) {
    Digest sha256 = json.text("sha256", Digest::new, Digest.of(new byte[0]));
    String type = json.text("type");
    Long size = json.size("size");
    return new MediaFile(
        sha256,
        type == null ? "" : type,
        size == null ? 0 : size,
        json.number("width"),
        json.number("height"));
  }

  private static Body body(Fields json) {
    json.mustHave("body");
    List<Block> blocks = json.items("body", BlockReader::read);
    Body body = json.isWrong("body") ? Body.UNREAD : json.made(() -> new Body(blocks));
    return body == null ? Body.UNREAD : body;
  }

  private static Issued issued(Fields json) {
    return new Issued(
        json.text("date", ContentReader::day, LocalDate.EPOCH),
        json.text("time", ContentReader::time),
        json.text("zone", ContentReader::zone));
  }

  private static LocalTime time(String text) {
    return inForm(text, LocalTime::parse, "must be a time such as 14:30 or 14:30:05 (ISO 8601)");
  }

  private static ZoneOffset zone(String text) {
    return inForm(text, ZoneOffset::of, "must be an offset from UTC such as +09:00");
  }

  private static <T> T inForm(String text, Function<String, T> parse, String rule) {
    try {
      return parse.apply(text);
    } catch (DateTimeException e) {
      throw new Refusal(Reason.BAD_FORMAT, "", rule, text, e);
    }
  }

  private static Byline byline(Fields json) {
    return new Byline(required(json, "name"), json.text("role"), json.text("email"));
  }

  private static Contact contact(Fields json) {
    return new Contact(json.text("name"), json.text("email"), json.text("telephone"));
  }

  private static Placement placement(Fields json) {
    return new Placement(
        json.text(
            "role", role -> Coded.of(Placement.Role.class, "role", role), Placement.Role.PHOTO),
        json.text("caption"),
        json.text("alternativeText"),
        json.text("credit"),
        json.object("file", ContentReader::file));
  }

  private static Mention mention(Fields json) {
    return new Mention(
        required(json, "name"),
        json.text("role", role -> Coded.of(Mention.Role.class, "role", role)));
  }

  private static Place place(Fields json) {
    return new Place(required(json, "name"), json.text("country"));
  }

  // A missing one is refused by the value itself.
  private static String required(Fields json, String name) {
    String text = json.text(name);
    return text == null ? "" : text;
  }
}
