package communique.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import communique.briefing.LanguageTag;
import communique.briefing.names.Name;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectNamesTest {
  private static final String TREATIES = "medtop:20000641";

  private final Path folder;

  SubjectNamesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @CsvSource({"de, Vertrag", "de-AT, Vertrag", "en-GB, treaty", "en, treaty", "ko, treaty"})
  void a_subject_is_called_by_its_name_in_the_language_of_the_reader_or_near_it_or_in_english(
      String reader, String name) throws IOException {
    assertThat(names().of(TREATIES, new LanguageTag(reader)).map(Name::text)).hasValue(name);
  }

  @Test
  void what_has_no_english_name_is_called_by_the_one_it_has() throws IOException {
    Optional<Name> name = names().of("medtop:20000593", null);
    assertThat(name.map(Name::text)).hasValue("Regierung");
    assertThat(name.map(Name::language)).hasValue(new LanguageTag("de"));
  }

  @Test
  void what_no_file_knows_has_no_name() throws IOException {
    assertThat(names().of("medtop:99999999", new LanguageTag("de"))).isEmpty();
    assertThat(new SubjectNames(Optional.empty()).of(TREATIES, null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"conceptSet\":[{\"qcode\":\"medtop:20000641\"}]}",
        "{\"conceptSet\":[{\"qcode\":\"medtop:20000641\",\"prefLabel\":{\"no language\":\"x\"}}]}"
      })
  void a_file_of_another_form_is_refused_by_its_name(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("other.json"), content);
    assertThatThrownBy(() -> new SubjectNames(Optional.of(List.of(file.toString()))))
        .hasMessageContaining("COMMUNIQUE_SUBJECT_FILES")
        .hasMessageContaining("other.json");
  }

  @Test
  void a_file_that_is_not_there_is_refused_by_its_name() {
    assertThatThrownBy(() -> new SubjectNames(Optional.of(List.of(folder + "/none.json"))))
        .hasMessageContaining("none.json");
  }

  private SubjectNames names() throws IOException {
    String english =
        """
        {"prefSchemeAlias":"medtop","conceptSet":[
          {"uri":"http://cv.iptc.org/newscodes/mediatopic/20000641","qcode":"medtop:20000641",
           "type":["http://www.w3.org/2004/02/skos/core#Concept"],
           "prefLabel":{"en-GB":"treaty"},"definition":{"en-GB":"A pact between states"}},
          {"qcode":"medtop:20000593","prefLabel":{}}]}""";
    String german =
        """
        {"conceptSet":[
          {"qcode":"medtop:20000641","prefLabel":{"de":"Vertrag"}},
          {"qcode":"medtop:20000593","prefLabel":{"de":"Regierung"}}]}""";
    return new SubjectNames(
        Optional.of(
            List.of(
                Files.writeString(folder.resolve("en.json"), english).toString(),
                " " + Files.writeString(folder.resolve("de.json"), german))));
  }
}
