package communique.search.index;

import communique.briefing.Block;
import communique.briefing.Briefing;
import communique.briefing.Byline;
import communique.briefing.Content;
import communique.briefing.Issued;
import communique.briefing.Mention;
import communique.briefing.Place;
import communique.briefing.Placement;
import communique.briefing.RecalledFiles;
import communique.briefing.Text;
import communique.briefing.Version;
import communique.search.server.Analysis;
import communique.search.server.Marks;
import communique.search.server.Shelf;
import communique.search.server.TextField;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a briefing as the index keeps it; {@code schemas/search} tells the fields. */
final class BriefingDocument {
  // Kept: each static call of Json looks its provider up anew.
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  /** {@code max_input_length} in schemas/search. */
  private static final int COMPLETED = 80;

  /** Of Elasticsearch: strict_date_time. */
  private static final DateTimeFormatter INSTANT =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  /** Originals before translations, each in the order of their languages. */
  private static final Comparator<Version> ORIGINALS_FIRST =
      Comparator.comparing((Version version) -> version.translation() != null)
          .thenComparing(version -> version.language().tag());

  private final List<Version> editions;
  private final RecalledFiles recalled;
  private final JsonObjectBuilder json = JSON.createObjectBuilder();

  private BriefingDocument(List<Version> editions, RecalledFiles recalled) {
    this.editions = editions.stream().sorted(ORIGINALS_FIRST).toList();
    this.recalled = recalled;
  }

  /** The id of a briefing's document, the same in both indices. */
  static String id(UUID briefing) {
    return briefing.toString();
  }

  /**
   * The document of a briefing.
   *
   * @param editions one at least: the version of each that those see who may ask this shelf
   * @param changed when the last of them could be seen first
   * @param recalled its files that are no longer shown, whose captions are not found either
   * @param naming whom its texts name
   * @param shelf where it is for
   */
  static JsonObject of(
      List<Version> editions, Instant changed, RecalledFiles recalled, Naming naming, Shelf shelf) {
    BriefingDocument document = new BriefingDocument(editions, recalled);
    document.json.add("changed", INSTANT.format(changed));
    document.identity();
    document.filed();
    document.named(naming);
    document.shown();
    document.searched();
    return document.json.add("restricted", shelf == Shelf.RESTRICTED).build();
  }

  private void identity() {
    Briefing briefing = editions.get(0).briefing();
    json.add("briefing", briefing.id().toString())
        .add("reference", briefing.reference())
        .add("office", briefing.office().code())
        .add("kind", briefing.kind().code())
        .add("dated", dated().toString());
  }

  private void filed() {
    add("language", editions.stream().map(version -> version.language().tag()));
    add("range", editions.stream().flatMap(version -> ranges(version.language().tag())));
    add("section", contents().map(Content::section).filter(Objects::nonNull));
    add("subject", contents().flatMap(content -> content.subjects().stream()));
    json.add("media", contents().anyMatch(content -> !recalled.shownFiles(content).isEmpty()));
    add(
        "complete",
        contents()
            .map(Content::headline)
            .filter(Objects::nonNull)
            .map(Text::composed)
            .map(BriefingDocument::completed)
            .filter(headline -> !headline.isBlank()));
  }

  // Without what Elasticsearch refuses in texts that are to be completed, and no longer than it
  // keeps of them: what is completed is looked for, and half a word is not found.
  static String completed(String headline) {
    String text = headline.replaceAll("[\\p{Cntrl}\\uE000\\uE001]", " ").strip();
    if (text.length() <= COMPLETED) {
      return text;
    }
    int space = text.lastIndexOf(' ', COMPLETED);
    int end = Character.isHighSurrogate(text.charAt(COMPLETED - 1)) ? COMPLETED - 1 : COMPLETED;
    return text.substring(0, space > COMPLETED / 2 ? space : end);
  }

  private void named(Naming naming) {
    naming
        .in(editions)
        .forEach((kind, those) -> add(kind.code(), those.stream().map(UUID::toString)));
  }

  private void shown() {
    JsonObjectBuilder shown = JSON.createObjectBuilder();
    for (Version version : editions) {
      Content content = version.content();
      Issued issued = content.issued();
      JsonObjectBuilder edition =
          JSON.createObjectBuilder()
              .add("version", version.number())
              .add("lead", content.body().lead());
      add(edition, "headline", content.headline());
      add(edition, "section", content.section());
      add(edition, "issued", issued == null ? null : issued.date().toString());
      shown.add(version.language().tag(), edition);
    }
    json.add("shown", shown);
  }

  private void searched() {
    JsonArrayBuilder searched = JSON.createArrayBuilder();
    editions.forEach(version -> searched.add(searched(version)));
    json.add("editions", searched);
  }

  private JsonObjectBuilder searched(Version version) {
    Content content = version.content();
    Analysis analysis = Analysis.of(version.language());
    JsonObjectBuilder edition =
        JSON.createObjectBuilder()
            .add("language", version.language().tag())
            .add("range", array(ranges(version.language().tag())))
            .add("analysis", analysis.name());
    add(edition, TextField.HEADLINE.in(analysis), Stream.ofNullable(content.headline()));
    add(edition, TextField.SUBHEADLINE.in(analysis), Stream.ofNullable(content.subheadline()));
    add(edition, TextField.BODY.in(analysis), Stream.of(content.body().plainText()));
    add(
        edition,
        TextField.CAPTION.in(analysis),
        recalled.shown(content).stream().flatMap(BriefingDocument::captions));
    add(
        edition,
        TextField.NAMES.in(analysis),
        Stream.concat(Stream.of(version.briefing().reference()), names(content)).distinct());
    return edition;
  }

  private Stream<Content> contents() {
    return editions.stream().map(Version::content);
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
            content.body().blocks().stream().flatMap(BriefingDocument::speakers),
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

  /** The day of the first issue, of originals before translations. */
  private LocalDate dated() {
    LocalDate event = editions.get(0).briefing().eventDate();
    return issued(editions.stream().filter(version -> version.translation() == null))
        .or(() -> Optional.ofNullable(event))
        .or(() -> issued(editions.stream()))
        .orElseGet(this::accepted);
  }

  private static Optional<LocalDate> issued(Stream<Version> versions) {
    return versions
        .map(version -> version.content().issued())
        .filter(Objects::nonNull)
        .map(Issued::date)
        .min(Comparator.naturalOrder());
  }

  private LocalDate accepted() {
    return editions.stream()
        .map(version -> version.acceptedAt().atZone(ZoneOffset.UTC).toLocalDate())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** The tag and what it is a variety of: {@code zh-Hant-TW}, {@code zh-Hant}, {@code zh}. */
  private static Stream<String> ranges(String tag) {
    return Stream.iterate(
        tag,
        range -> !range.isEmpty(),
        range -> range.substring(0, Math.max(0, range.lastIndexOf('-'))));
  }

  private void add(String field, Stream<String> values) {
    add(json, field, values.distinct());
  }

  private static void add(JsonObjectBuilder json, String field, Stream<String> texts) {
    List<String> present = texts.map(Marks::without).map(Text::composed).toList();
    if (!present.isEmpty()) {
      json.add(field, array(present.stream()));
    }
  }

  private static void add(JsonObjectBuilder json, String name, @Nullable String value) {
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
