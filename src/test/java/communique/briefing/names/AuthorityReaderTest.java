package communique.briefing.names;

import static org.assertj.core.api.Assertions.assertThat;

import communique.briefing.LanguageTag;
import communique.briefing.Reason;
import communique.briefing.Refused;
import communique.briefing.StrictJson;
import communique.rest.SchemaCheck;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorityReaderTest {
  private static final String COLLECTED =
      """
      {"wikidata":"Q900001","country":"Arnland","name":"Elena Varga","birth_date":"1961-02-03",
       "ids":{"VIAF":"900000001","GND":"90000001X","ISNI":"0000 0000 8120 041X"},
       "names":{"en":"Elena Varga","zh_hant":"埃琳娜·瓦爾加","sr_ec":"Елена Варга","xx":"Élena"}}""";

  @Test
  void a_line_of_a_collection_is_read_with_the_languages_and_identifiers_it_means() {
    SchemaCheck.assertValid(
        "authority-line.schema.json", COLLECTED.getBytes(StandardCharsets.UTF_8));
    AuthorityContent read = AuthorityReader.line(StrictJson.object(COLLECTED));

    assertThat(read.kind()).isEqualTo(AuthorityKind.PERSON);
    assertThat(read.ids())
        .containsEntry(Scheme.WIKIDATA, "Q900001")
        .containsEntry(Scheme.GND, "90000001X")
        .containsEntry(Scheme.ISNI, "000000008120041X");
    assertThat(read.names())
        .containsExactly(
            new Name("Elena Varga", new LanguageTag("en"), true),
            new Name("埃琳娜·瓦爾加", new LanguageTag("zh-Hant"), true),
            new Name("Елена Варга", new LanguageTag("sr-Cyrl"), true),
            new Name("Élena", null, false));
    assertThat(read.description()).isEqualTo("Arnland");
  }

  @Test
  void without_a_first_name_the_first_of_the_others_stands_for_all() {
    String line = COLLECTED.replace("\"name\":\"Elena Varga\"", "\"name\":\"\"");
    assertThat(AuthorityReader.line(StrictJson.object(line)).names().get(0).text())
        .isEqualTo("Elena Varga");
    Refused.by(
        () -> AuthorityReader.line(StrictJson.object("{\"wikidata\":\"Q1\",\"name\":\" \"}")),
        Reason.MISSING,
        "name");
  }

  @Test
  void what_is_written_is_read_as_the_same() {
    AuthorityContent read = AuthorityReader.line(StrictJson.object(COLLECTED));
    String written = AuthorityJson.content(read);

    SchemaCheck.assertValid(
        "authority-request.schema.json", written.getBytes(StandardCharsets.UTF_8));
    assertThat(AuthorityReader.content(StrictJson.object(written))).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'Q900001';'900001';BAD_FORMAT;wikidata",
        "'90000001X';'9-0-0';BAD_FORMAT;ids.GND",
        "'1961-02-03';'3.2.1961';BAD_FORMAT;birth_date",
        "'\"Елена Варга\"';'17';MALFORMED;names.sr_ec",
        "'\"country\"';'\"land\"';MALFORMED;land",
        "'\"name\":\"Elena Varga\"';'\"name\":17';MALFORMED;name"
      })
  void what_is_wrong_in_a_line_is_named(String right, String wrong, Reason reason, String field) {
    Refused.by(
        () -> AuthorityReader.line(StrictJson.object(COLLECTED.replace(right, wrong))),
        reason,
        field);
  }

  @Test
  void marks_of_direction_are_no_part_of_a_name_and_what_joins_letters_is() {
    assertThat(new Name("\u200eラウリ・ハジムバ", null, false).text()).isEqualTo("ラウリ・ハジムバ");
    assertThat(new Name("برهان\u200cالدین", null, false).text()).isEqualTo("برهان\u200cالدین");
    assertThat(new Name(" Elena\u00a0 Varga\n", null, false).text()).isEqualTo("Elena Varga");
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"text\":\"A\"},{\"text\":\"A\"}',names[1].text",
    "'{\"text\":\"A\",\"language\":\"de\",\"preferred\":true},{\"text\":\"B\",\"language\":\"de\",\"preferred\":true}',names[1].preferred",
    "'{\"text\":\"A\",\"language\":\"english\"}',names[0].language",
    "'',names"
  })
  void each_name_is_said_once_and_one_of_a_language_is_preferred(String names, String field) {
    String json = "{\"kind\":\"place\",\"names\":[" + names + "]}";
    assertThat(
            Refused.by(
                () -> AuthorityReader.content(StrictJson.object(json)), reason(field), field))
        .isNotNull();
  }

  private static Reason reason(String field) {
    return switch (field) {
      case "names" -> Reason.MISSING;
      case "names[0].language" -> Reason.UNKNOWN_VALUE;
      default -> Reason.OUT_OF_RANGE;
    };
  }

  @Test
  void names_are_added_and_the_preferred_one_stays_so() {
    AuthorityContent first = content("{\"text\":\"A\",\"language\":\"de\",\"preferred\":true}");
    AuthorityContent other =
        content(
            "{\"text\":\"B\",\"language\":\"de\",\"preferred\":true},"
                + "{\"text\":\"A\",\"language\":\"de\"}");

    assertThat(first.and(other).names())
        .containsExactly(
            new Name("A", new LanguageTag("de"), true),
            new Name("B", new LanguageTag("de"), false));
    assertThat(first.and(first)).isEqualTo(first);
  }

  private static AuthorityContent content(String names) {
    return AuthorityReader.content(
        StrictJson.object("{\"kind\":\"place\",\"names\":[" + names + "]}"));
  }
}
