package communique.subject;

import communique.briefing.LanguageTag;
import communique.briefing.Refusal;
import communique.briefing.names.Name;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * What subjects are called, as far as files say so that are named by the setting {@code
 * COMMUNIQUE_SUBJECT_FILES}: IPTC's Media Topics as it gives them out for each language (<a
 * href="https://cv.iptc.org/newscodes/mediatopic">cv.iptc.org</a>, JSON). They belong to IPTC, so
 * the archive brings none along; without them a subject is called by its code.
 */
@ApplicationScoped
public class SubjectNames {
  private static final String SETTING = "COMMUNIQUE_SUBJECT_FILES";
  private static final LanguageTag ENGLISH = new LanguageTag("en");

  // Kept: each static call of Json looks its provider up anew.
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private final Map<String, List<Name>> names = new HashMap<>();

  /** For the container, which makes stand-ins. */
  SubjectNames() {}

  /**
   * @param files separated by commas
   * @throws IllegalStateException when one of them cannot be read
   */
  @Inject
  public SubjectNames(@ConfigProperty(name = SETTING) Optional<List<String>> files) {
    files.orElse(List.of()).forEach(file -> read(Path.of(file.strip())));
  }

  /** So that a mistake in the setting is told when the archive starts, and not to a reader. */
  void start(@Observes Startup event) {
    // That it was made is all there is to do.
  }

  /**
   * What a subject is called.
   *
   * @param code such as {@code medtop:20000587}
   * @param reader in whose language it is wanted: where there is none in it or a near one, in
   *     English, or in any other
   * @return nothing when no file knows it
   */
  public Optional<Name> of(String code, @Nullable LanguageTag reader) {
    return names.getOrDefault(code, List.of()).stream()
        .min(Comparator.comparingInt(name -> distance(name.language(), reader)));
  }

  private static int distance(@Nullable LanguageTag language, @Nullable LanguageTag reader) {
    if (language == null) {
      return 3;
    }
    if (language.equals(reader)) {
      return 0;
    }
    if (reader != null && language.primary().equals(reader.primary())) {
      return 1;
    }
    return language.primary().equals(ENGLISH.primary()) ? 2 : 3;
  }

  private void read(Path file) {
    try (InputStream bytes = Files.newInputStream(file);
        JsonReader reader = READERS.createReader(bytes)) {
      reader
          .readObject()
          .getJsonArray("conceptSet")
          .getValuesAs(JsonObject.class)
          .forEach(concept -> add(concept.getString("qcode"), concept.getJsonObject("prefLabel")));
    } catch (IOException | JsonException | ClassCastException | NullPointerException | Refusal e) {
      throw new IllegalStateException(
          SETTING + " names a file that is not IPTC's Media Topics in JSON: " + file, e);
    }
  }

  private void add(String code, JsonObject labels) {
    labels.forEach(
        (language, label) ->
            names
                .computeIfAbsent(code, none -> new ArrayList<>())
                .add(new Name(((JsonString) label).getString(), new LanguageTag(language), true)));
  }
}
