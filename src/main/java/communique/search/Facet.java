package communique.search;

import communique.briefing.Coded;
import communique.briefing.Kind;
import communique.briefing.LanguageTag;
import communique.briefing.OfficeCode;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Text;
import communique.briefing.names.AuthorityKind;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** By what found briefings are counted and can be narrowed down. */
public enum Facet implements Coded {
  /** The office's code. */
  OFFICE,
  /** The code of a kind. */
  KIND,
  /** A section, as an office labels it. */
  SECTION,
  /** A language tag (BCP 47); narrows to editions in it or a variety of it. */
  LANGUAGE,
  /** The id of a person whom a text names. */
  PERSON,
  /** The id of an organisation that a text names. */
  ORGANISATION,
  /** The id of a place that a text names. */
  PLACE,
  /** An IPTC Media Topic, such as {@code medtop:20000587}. */
  SUBJECT,
  /** {@code true} when a file is shown with a text, else {@code false}. */
  MEDIA;

  private static final Pattern MEDIA_TOPIC = Pattern.compile("medtop:[0-9]{8}");
  private static final int LONGEST_SECTION = 300;

  /** Whose names an authority of a kind is found by. */
  public static Facet of(AuthorityKind kind) {
    return switch (kind) {
      case PERSON -> PERSON;
      case ORGANISATION -> ORGANISATION;
      case PLACE -> PLACE;
    };
  }

  /** Its name in requests and answers. */
  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether its values are the ids of authorities. */
  public boolean isOfNames() {
    return this == PERSON || this == ORGANISATION || this == PLACE;
  }

  /** The field in which a value is looked for, and whose values are counted. */
  public String field() {
    return this == LANGUAGE ? "range" : code();
  }

  /**
   * A value to narrow down to, in the form that the index has.
   *
   * @throws Refusal on the field of this facet's name when there can be no such value
   */
  String value(String text) {
    return switch (this) {
      case OFFICE -> new OfficeCode(text.toUpperCase(Locale.ROOT)).code();
      case KIND -> Coded.of(Kind.class, code(), text).code();
      case LANGUAGE -> new LanguageTag(text).tag();
      case SECTION -> Text.required(code(), Text.composed(text), LONGEST_SECTION);
      case SUBJECT -> checked(MEDIA_TOPIC.matcher(text).matches(), "must be a Media Topic", text);
      case MEDIA ->
          checked(text.equals("true") || text.equals("false"), "must be true or false", text);
      case PERSON, ORGANISATION, PLACE -> id(text);
    };
  }

  private String id(String text) {
    try {
      return UUID.fromString(text).toString();
    } catch (IllegalArgumentException e) {
      throw new Refusal(Reason.BAD_FORMAT, code(), "must be a UUID (RFC 9562)", text, e);
    }
  }

  private String checked(boolean holds, String rule, String text) {
    if (!holds) {
      throw new Refusal(Reason.BAD_FORMAT, code(), rule, text);
    }
    return text;
  }
}
