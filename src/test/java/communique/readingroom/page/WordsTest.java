package communique.readingroom.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import communique.briefing.Coded;
import communique.briefing.Kind;
import communique.briefing.LanguageTag;
import communique.briefing.Mention;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final LanguageTag DE = new LanguageTag("de");
  private static final LanguageTag KO = new LanguageTag("ko");
  private static final Path MESSAGES = Path.of("src/main/resources/communique/readingroom");

  // A key, or a group of keys whose ends are a choice; the latter also as the beginning of one.
  private static final Pattern USE =
      Pattern.compile("(?:\\bwords(?:\\(\\))?\\s*\\.|return )(?:of|around)\\(\\s*([^;}]*)");
  private static final Pattern KEY = Pattern.compile("\"([a-z]+\\.[A-Za-z.]*[A-Za-z])\"");
  private static final Pattern GROUP = Pattern.compile("\"(kind|role|error|facet|order)[.]?\"");

  @Test
  void every_language_has_the_same_keys_with_the_same_places_for_values() throws IOException {
    Map<String, String> english = messages("messages.properties");
    for (LanguageTag language : Words.SPOKEN.subList(1, Words.SPOKEN.size())) {
      Map<String, String> other = messages("messages_" + language + ".properties");
      assertThat(other.keySet()).as("keys in " + language).isEqualTo(english.keySet());
      other.forEach(
          (key, text) ->
              assertThat(places(text))
                  .as(key + " in " + language)
                  .isEqualTo(places(english.getOrDefault(key, ""))));
    }
  }

  @Test
  void no_text_is_empty_or_has_a_sign_that_the_format_would_swallow() throws IOException {
    for (Path file : files(MESSAGES, ".properties")) {
      messages(file.getFileName().toString())
          .forEach(
              (key, text) -> {
                assertThat(text).as(key).isNotBlank().doesNotContain("'");
                assertThat(new MessageFormat(text, Locale.ROOT).getFormats()).isNotNull();
              });
    }
  }

  @Test
  void every_key_that_pages_use_is_there_and_every_one_there_is_used() throws IOException {
    Set<String> there = messages("messages.properties").keySet();
    Set<String> used = new TreeSet<>();
    Set<String> groups = new TreeSet<>();
    for (String source : sources()) {
      Matcher use = USE.matcher(source);
      while (use.find()) {
        KEY.matcher(use.group(1)).results().forEach(key -> used.add(key.group(1)));
        GROUP.matcher(use.group(1)).results().forEach(group -> groups.add(group.group(1) + "."));
      }
    }
    groups.addAll(used.stream().filter(key -> !there.contains(key)).map(key -> key + ".").toList());
    assertThat(groups).allMatch(group -> there.stream().anyMatch(key -> key.startsWith(group)));
    assertThat(there)
        .allMatch(key -> used.contains(key) || groups.stream().anyMatch(key::startsWith));
  }

  @Test
  void every_choice_has_its_word() {
    for (LanguageTag language : Words.SPOKEN) {
      Words words = Words.in(language);
      assertThat(all("kind", Kind.values(), words)).doesNotHaveDuplicates();
      assertThat(all("role", Mention.Role.values(), words)).doesNotHaveDuplicates();
    }
  }

  @Test
  void numbers_and_days_and_languages_are_told_as_the_language_has_it() {
    Words german = Words.in(DE);
    assertThat(german.of("search.found", 0)).isEqualTo("Nichts gefunden");
    assertThat(german.of("search.found", 1)).startsWith("Eine ");
    assertThat(german.of("search.found", 12345)).startsWith("12.345 ");
    assertThat(german.nameOf(KO)).isEqualTo("Koreanisch");
    assertThat(Words.in(KO).day(LocalDate.of(2025, 7, 24))).isEqualTo("2025년 7월 24일");
  }

  @Test
  void an_instant_is_told_in_words_and_to_programs_in_milliseconds() {
    Instant instant = Instant.parse("2026-11-28T07:23:13.077514Z");
    assertThat(Words.in(DE).moment(instant)).contains("28. November 2026", "07:23:13 UTC");
    assertThat(Words.machineReadable(instant)).isEqualTo("2026-11-28T07:23:13.077Z");
  }

  @Test
  void a_reader_is_spoken_to_in_the_first_language_that_is_spoken_here() {
    assertThat(spoken("ko-KR,ko;q=0.9,en;q=0.8")).isEqualTo(KO);
    assertThat(spoken("id, de-AT;q=0.7, fr;q=0.3")).isEqualTo(DE);
    assertThat(spoken("id")).isEqualTo(new LanguageTag("en"));
    assertThat(spoken("*")).isEqualTo(new LanguageTag("en"));
    assertThat(spoken(";;;")).isEqualTo(new LanguageTag("en"));
  }

  private static LanguageTag spoken(String accepted) {
    return Words.likedBy(Preference.told(accepted)).language();
  }

  private static List<String> all(String group, Coded[] choices, Words words) {
    return Arrays.stream(choices).map(choice -> words.of(group, choice)).toList();
  }

  private static Set<String> places(String text) {
    Set<String> places = new TreeSet<>();
    Pattern.compile("\\{(\\d)").matcher(text).results().forEach(each -> places.add(each.group(1)));
    return places;
  }

  private static Map<String, String> messages(String file) throws IOException {
    Properties read = new Properties();
    try (Reader reader = Files.newBufferedReader(MESSAGES.resolve(file))) {
      read.load(reader);
    }
    Map<String, String> messages = new TreeMap<>();
    read.forEach((key, text) -> messages.put((String) key, (String) text));
    assertTrue(messages.size() > 50, file);
    return messages;
  }

  private static List<String> sources() throws IOException {
    List<String> sources = new java.util.ArrayList<>();
    for (Path file :
        Stream.concat(
                files(Path.of("src/main/jte"), ".jte").stream(),
                files(Path.of("src/main/java/communique/readingroom"), ".java").stream())
            .toList()) {
      sources.add(Files.readString(file, UTF_8));
    }
    return sources;
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }
}
