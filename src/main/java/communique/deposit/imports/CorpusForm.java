package communique.deposit.imports;

import communique.briefing.Block;
import communique.briefing.Body;
import communique.briefing.Byline;
import communique.briefing.Content;
import communique.briefing.ContentReader;
import communique.briefing.Fields;
import communique.briefing.Issued;
import communique.briefing.Kind;
import communique.briefing.LanguageTag;
import communique.briefing.OfficeCode;
import communique.briefing.Original;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Significance;
import communique.briefing.Span;
import communique.briefing.Text;
import communique.briefing.Translation;
import communique.briefing.Violation;
import communique.briefing.imports.ImportTerms;
import communique.deposit.BriefingSubmission;
import communique.deposit.EditionSubmission;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lines of collections: {@code source, id, lang, title, date, body} and so on ({@code
 * schemas/rest/import-line.schema.json}). Nothing is guessed: speakers stay in the text, a missing
 * date stays missing, and what has no place in a version stays in the original.
 */
final class CorpusForm {
  // Kept: each static call of Json looks its provider up anew.
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t\\r]*\\n");
  private static final Set<String> WEB = Set.of("http", "https");
  private static final Body NONE =
      new Body(List.of(new Block.Paragraph(List.of(Span.plain("absent")))));
  private static final LanguageTag STAND_IN = new LanguageTag("en");

  /** What is kept with the original only. */
  private static final List<String> ASIDE =
      List.of("translated_from_revision", "published", "modified", "group_note");

  private CorpusForm() {}

  static Reading read(JsonObject json, ImportTerms terms, Original original) {
    JsonObjectBuilder said = JSON.createObjectBuilder(json);
    ASIDE.forEach(said::remove);
    return Fields.read(said.build(), fields -> reading(fields, terms, original));
  }

  private static Reading reading(Fields json, ImportTerms terms, Original original) {
    String source = json.text("source", text -> Text.required("", text, 300), "");
    String id = json.text("id", text -> Text.required("", text, 1000), "");
    LanguageTag language = json.text("lang", LanguageTag::new, STAND_IN);
    Integer version = json.number("version");
    boolean told = json.text("date_note") == null;
    Issued date = json.text("date", CorpusForm::issued);
    List<Violation> notes = new ArrayList<>();
    Content content = content(json, told ? date : null, notes);
    LanguageTag from = json.text("translation_of", LanguageTag::new);
    String translator = words(json, "translator", 300);
    String group = words(json, "group", 1000);
    return new Reading(
        new BriefingSubmission(
            office(terms, source),
            kind(terms),
            told || date == null ? null : date.date(),
            new EditionSubmission(
                reference(source, id, language, version),
                language,
                from == null ? null : new Translation(from, null, translator),
                null,
                content,
                Map.of(),
                original)),
        group,
        OwnForm.counted(version),
        Significance.MINOR,
        notes);
  }

  private static Content content(Fields json, @Nullable Issued issued, List<Violation> notes) {
    String byline = words(json, "byline", 300);
    return new Content(
        words(json, "title", 1000),
        null,
        words(json, "section", 300),
        issued,
        byline == null ? List.of() : List.of(new Byline(byline, null, null)),
        null,
        json.text("body", CorpusForm::body, NONE),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        json.items("tags", CorpusForm::tag),
        null,
        web(words(json, "url", 2000), notes),
        null);
  }

  // In a collection, an empty text is how a missing one is written.
  private static @Nullable String words(Fields json, String name, int longest) {
    String text = json.text(name, said -> said.isBlank() ? "" : Text.required("", said, longest));
    return text == null || text.isEmpty() ? null : text;
  }

  // Paragraphs are what blank lines part; no text of one is taken for a speaker's name.
  private static Body body(String text) {
    return new Body(
        BLANK_LINE
            .splitAsStream(text)
            .map(String::strip)
            .filter(paragraph -> !paragraph.isEmpty())
            .<Block>map(paragraph -> new Block.Paragraph(List.of(Span.plain(paragraph))))
            .toList());
  }

  private static String tag(JsonValue json) {
    if (json instanceof JsonString tag) {
      return Text.required("", tag.getString(), 200);
    }
    throw new Refusal(Reason.MALFORMED, "", "must be a string", json.toString());
  }

  // A day, or an instant with its zone.
  private static Issued issued(String text) {
    if (text.length() <= 10) {
      return new Issued(ContentReader.day(text), null, null);
    }
    try {
      OffsetDateTime instant = OffsetDateTime.parse(text.replace(' ', 'T'));
      return new Issued(instant.toLocalDate(), instant.toLocalTime(), instant.getOffset());
    } catch (DateTimeException e) {
      throw new Refusal(
          Reason.BAD_FORMAT, "", "must be a day or an instant with its zone (ISO 8601)", text, e);
    }
  }

  // An address without its host is no reason to lose a text: the line is kept, with a note.
  private static @Nullable URI web(@Nullable String url, List<Violation> notes) {
    if (url == null) {
      return null;
    }
    try {
      URI address = Text.uri("url", url);
      String scheme = address.getScheme();
      if (scheme != null && WEB.contains(scheme.toLowerCase(Locale.ROOT)) && url.length() <= 2000) {
        return address;
      }
      notes.add(
          new Violation(
              Reason.BAD_FORMAT, "url", "is left out: it is not an absolute web address", url));
    } catch (Refusal refusal) {
      notes.add(new Violation(refusal.reason(), "url", "is left out: it is not an address", url));
    }
    return null;
  }

  private static String reference(
      String source, String id, LanguageTag language, @Nullable Integer version) {
    return Reference.of(
        source + "/" + id + "/" + language + (version == null ? "" : "/" + version));
  }

  private static OfficeCode office(ImportTerms terms, String source) {
    OfficeCode office = terms.officeOf(source);
    if (office == null) {
      throw new Refusal(
          Reason.MISSING, "office", "must be given for the import: this line has none", source);
    }
    return office;
  }

  private static Kind kind(ImportTerms terms) {
    if (terms.kind() == null) {
      throw new Refusal(
          Reason.MISSING, "kind", "must be given for the import: this line has none", "");
    }
    return terms.kind();
  }
}
