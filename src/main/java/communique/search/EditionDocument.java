package communique.search;

import communique.briefing.Block;
import communique.briefing.Byline;
import communique.briefing.Content;
import communique.briefing.Issued;
import communique.briefing.LanguageTag;
import communique.briefing.Mention;
import communique.briefing.Place;
import communique.briefing.Placement;
import communique.briefing.RecalledFiles;
import communique.briefing.Version;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a version as the index keeps it; {@code schemas/search} tells the fields. */
final class EditionDocument {
  // Kept: each static call of Json looks its provider up anew.
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  private final JsonObjectBuilder json = JSON.createObjectBuilder();
  private final Analysis analysis;

  private EditionDocument(Analysis analysis) {
    this.analysis = analysis;
  }

  /** The id of an edition's document, the same in both indices. */
  static String id(UUID briefing, LanguageTag language) {
    return briefing + "_" + language;
  }

  /**
   * The document of a version.
   *
   * @param recalled its files that are no longer shown, whose captions are not found either
   * @param shelf where it is for
   */
  static JsonObject of(Version version, RecalledFiles recalled, Shelf shelf) {
    EditionDocument document = new EditionDocument(Analysis.of(version.language()));
    document.identity(version);
    document.shown(version.content());
    document.searched(version, recalled);
    return document.json.add("restricted", shelf == Shelf.RESTRICTED).build();
  }

  private void identity(Version version) {
    LanguageTag language = version.language();
    json.add("briefing", version.briefing().id().toString())
        .add("edition", id(version.briefing().id(), language))
        .add("reference", version.briefing().reference())
        .add("office", version.briefing().office().code())
        .add("kind", version.briefing().kind().code())
        .add("language", language.tag())
        .add("range", array(ranges(language.tag())))
        .add("analysis", analysis.name())
        .add("version", version.number())
        .add("dated", dated(version).toString());
  }

  private void shown(Content content) {
    Issued issued = content.issued();
    add("headline", content.headline());
    add("section", content.section());
    add("issued", issued == null ? null : issued.date().toString());
    add("lead", content.body().lead());
  }

  private void searched(Version version, RecalledFiles recalled) {
    Content content = version.content();
    add(TextField.HEADLINE, Stream.ofNullable(content.headline()));
    add(TextField.SUBHEADLINE, Stream.ofNullable(content.subheadline()));
    add(TextField.BODY, Stream.of(content.body().plainText()));
    add(TextField.CAPTION, recalled.shown(content).stream().flatMap(EditionDocument::captions));
    add(
        TextField.NAMES,
        Stream.concat(Stream.of(version.briefing().reference()), names(content)).distinct());
  }

  private static Stream<String> captions(Placement placement) {
    return Stream.of(placement.caption(), placement.alternativeText(), placement.credit())
        .filter(Objects::nonNull)
        .distinct();
  }

  private static Stream<String> names(Content content) {
    return Stream.of(
            content.mentions().stream().map(Mention::name),
            content.bylines().stream().map(Byline::name),
            content.body().blocks().stream().flatMap(EditionDocument::speakers),
            content.places().stream().map(Place::name),
            content.keywords().stream())
        .flatMap(names -> names);
  }

  private static Stream<String> speakers(Block block) {
    if (block instanceof Block.Quotation quotation) {
      return Stream.ofNullable(quotation.speaker());
    }
    if (block instanceof Block.Question question) {
      return Stream.ofNullable(question.speaker());
    }
    return block instanceof Block.Answer answer ? Stream.ofNullable(answer.speaker()) : Stream.of();
  }

  private static LocalDate dated(Version version) {
    Issued issued = version.content().issued();
    LocalDate event = version.briefing().eventDate();
    LocalDate accepted = version.acceptedAt().atZone(ZoneOffset.UTC).toLocalDate();
    return issued != null ? issued.date() : event != null ? event : accepted;
  }

  /** The tag and what it is a variety of: {@code zh-Hant-TW}, {@code zh-Hant}, {@code zh}. */
  private static Stream<String> ranges(String tag) {
    return Stream.iterate(
        tag,
        range -> !range.isEmpty(),
        range -> range.substring(0, Math.max(0, range.lastIndexOf('-'))));
  }

  private void add(TextField field, Stream<String> texts) {
    List<String> present = texts.map(Highlight::withoutMarks).toList();
    if (!present.isEmpty()) {
      json.add(field.in(analysis), array(present.stream()));
    }
  }

  private void add(String name, @Nullable String value) {
    if (value != null) {
      json.add(name, value);
    }
  }

  private static JsonArrayBuilder array(Stream<String> values) {
    JsonArrayBuilder array = JSON.createArrayBuilder();
    values.forEach(array::add);
    return array;
  }
}
