package communique.briefing.imports;

import communique.briefing.Coded;
import communique.briefing.Kind;
import communique.briefing.LanguageTag;
import communique.briefing.OfficeCode;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What holds for lines that do not say it themselves.
 *
 * @param office absent when each line has its own
 * @param kind absent when each line has its own
 * @param language absent when each line has its own
 * @param offices by the source that a line names; goes before {@code office}
 */
public record ImportTerms(
    @Nullable OfficeCode office,
    @Nullable Kind kind,
    @Nullable LanguageTag language,
    Map<String, OfficeCode> offices) {
  // Kept: each static call of Json looks its provider up anew.
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  public ImportTerms {
    offices = Map.copyOf(offices);
  }

  /** The office of a source, if it is told. */
  public @Nullable OfficeCode officeOf(@Nullable String source) {
    OfficeCode own = source == null ? null : offices.get(source);
    return own == null ? office : own;
  }

  /** All offices that are named. */
  public Set<OfficeCode> named() {
    return Stream.concat(Stream.ofNullable(office), offices.values().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** As JSON; {@link #parse} reads it. */
  public String write() {
    JsonObjectBuilder json = JSON.createObjectBuilder();
    if (office != null) {
      json.add("office", office.code());
    }
    if (kind != null) {
      json.add("kind", kind.code());
    }
    if (language != null) {
      json.add("language", language.tag());
    }
    JsonObjectBuilder sources = JSON.createObjectBuilder();
    offices.forEach((source, code) -> sources.add(source, code.code()));
    return json.add("offices", sources).build().toString();
  }

  /** Reads what {@link #write} wrote. */
  public static ImportTerms parse(String text) {
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      String office = json.getString("office", null);
      String kind = json.getString("kind", null);
      String language = json.getString("language", null);
      return new ImportTerms(
          office == null ? null : new OfficeCode(office),
          kind == null ? null : Coded.of(Kind.class, "kind", kind),
          language == null ? null : new LanguageTag(language),
          json.getJsonObject("offices").entrySet().stream()
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey,
                      each -> new OfficeCode(((JsonString) each.getValue()).getString()))));
    }
  }
}
