package communique.briefing.names;

import communique.briefing.Coded;
import communique.briefing.ContentReader;
import communique.briefing.Fields;
import communique.briefing.LanguageTag;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is said of an authority, in the archive's own form and in that of name collections.
 */
public final class AuthorityReader {
  private static final List<Name> NONE = List.of(new Name("absent", null, false));

  /** Where the tags of Wikidata mean another thing than they do in BCP 47, or are not of it. */
  private static final Map<String, String> WIKIDATA_TAGS =
      Map.of("sr-ec", "sr-Cyrl", "sr-el", "sr-Latn");

  private AuthorityReader() {}

  /**
   * Reads {@code authority-request.schema.json}.
   *
   * @throws Refusal with all that is wrong
   */
  public static AuthorityContent content(JsonObject json) {
    return Fields.read(json, AuthorityReader::own);
  }

  /**
   * Reads a line of a file of names ({@code authority-line.schema.json}): the own form, or that of
   * collections, which has {@code name} for the first name and {@code names} by language.
   *
   * @throws Refusal with all that is wrong
   */
  public static AuthorityContent line(JsonObject json) {
    return json.containsKey("name") ? Fields.read(json, AuthorityReader::collected) : content(json);
  }

  private static AuthorityContent own(Fields json) {
    json.mustHave("names");
    List<Name> names = json.objects("names", AuthorityReader::name);
    return new AuthorityContent(
        json.text(
            "kind", code -> Coded.of(AuthorityKind.class, "kind", code), AuthorityKind.PERSON),
        json.isWrong("names") || !json.has("names") ? NONE : names,
        ids(json, ""),
        json.text("description"),
        json.text("born", ContentReader::day));
  }

  private static Name name(Fields json) {
    boolean preferred = json.yes("preferred");
    LanguageTag language = json.text("language", LanguageTag::new);
    String text = json.text("text", given -> new Name(given, null, false).text(), "absent");
    return new Name(text, language, preferred);
  }

  private static AuthorityContent collected(Fields json) {
    Name label = json.text("name", AuthorityReader::label);
    List<Name> named = json.object("names", AuthorityReader::byLanguage);
    AuthorityKind kind = json.text("kind", code -> Coded.of(AuthorityKind.class, "kind", code));
    Map<Scheme, String> ids = ids(json, "wikidata");
    List<Name> names = once(named == null ? List.of() : named, label);
    if (names.isEmpty() && !json.isWrong("name")) {
      throw new Refusal(Reason.MISSING, "name", "must be present, or one of names", "");
    }
    return new AuthorityContent(
        kind == null ? AuthorityKind.PERSON : kind,
        names.isEmpty() ? NONE : names,
        ids,
        json.text("country"),
        json.text("birth_date", ContentReader::day));
  }

  // In a collection, an empty text is how a missing one is written.
  private static @Nullable Name label(String text) {
    return text.isBlank() ? null : new Name(text, null, false);
  }

  /** Each name once, the one that stands for all first. */
  private static List<Name> once(List<Name> named, @Nullable Name label) {
    List<Name> names = new ArrayList<>();
    for (Name name : named) {
      if (names.stream().noneMatch(name::isSaidAs)) {
        names.add(AuthorityContent.isTaken(name, names) ? name.asVariant() : name);
      }
    }
    if (label != null) {
      Name first =
          names.stream().filter(name -> name.text().equals(label.text())).findFirst().orElse(label);
      names.remove(first);
      names.add(0, first);
    }
    return names;
  }

  private static List<Name> byLanguage(Fields json) {
    List<Name> names = new ArrayList<>();
    for (String key : json.names()) {
      Name name = json.text(key, text -> new Name(text, language(key), language(key) != null));
      if (name != null) {
        names.add(name);
      }
    }
    return names;
  }

  /** The language of a name; a name in one that is not known here is kept without it. */
  private static @Nullable LanguageTag language(String key) {
    String tag = key.replace('_', '-');
    try {
      return new LanguageTag(WIKIDATA_TAGS.getOrDefault(tag, tag));
    } catch (Refusal unknown) {
      return null;
    }
  }

  private static Map<Scheme, String> ids(Fields json, String beside) {
    Map<Scheme, String> ids = new EnumMap<>(Scheme.class);
    if (!beside.isEmpty()) {
      json.mustHave(beside);
      put(json, beside, Scheme.WIKIDATA, ids);
    }
    json.object(
        "ids",
        fields -> {
          for (Scheme scheme : Scheme.values()) {
            put(fields, scheme.code(), scheme, ids);
          }
          // As Wikidata's own exports name them.
          put(fields, "VIAF", Scheme.VIAF, ids);
          put(fields, "GND", Scheme.GND, ids);
          put(fields, "LCAuth", Scheme.LC, ids);
          put(fields, "BNF", Scheme.BNF, ids);
          put(fields, "ISNI", Scheme.ISNI, ids);
          put(fields, "NDL", Scheme.NDL, ids);
          return ids;
        });
    return ids;
  }

  private static void put(Fields json, String field, Scheme scheme, Map<Scheme, String> ids) {
    String value = json.text(field, scheme::value);
    if (value != null) {
      ids.put(scheme, value);
    }
  }
}
