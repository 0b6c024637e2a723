package communique.authority;

import static org.assertj.core.api.Assertions.assertThat;

import communique.briefing.LanguageTag;
import communique.briefing.names.AuthorityKind;
import communique.briefing.names.Name;
import communique.briefing.names.Named;
import communique.briefing.names.Recognised;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameIndexTest {
  private static final Known VARGA =
      person(
          1,
          "en:Elena Varga",
          "de:Elena Warga",
          "ru:Варга, Елена Ивановна",
          "ko:엘레나 바르가",
          "ja:エレナ・バルガ",
          "zh:埃琳娜·瓦爾加",
          "th:เอเลนา วาร์กา",
          "ar:إيلينا فارغا",
          "he:אלנה ורגה",
          "hu:Varga Elena",
          "it:Varghina");
  private static final Known YOUNGER = person(2, "en:Elena Varga Rossi");
  private static final Known KIM = person(3, "ko:김혜린", "zh:金慧琳", "en:Kim Hyelin");
  private static final NameIndex INDEX = new NameIndex(List.of(VARGA, YOUNGER, KIM));

  @ParameterizedTest
  @CsvSource({
    "de, Präsidentin Elena Warga dankte., Elena Warga",
    "de, 'Das sagte Elena Varga, die Präsidentin.', Elena Varga",
    "en, Elena Varga's visit, Elena Varga",
    "en, 'Elena\u00a0Varga spoke', 'Elena\u00a0Varga'",
    "ru, Президент Елена Варга и министр, Елена Варга",
    "ru, 'Варга, Елена Ивановна, президент', ''",
    "ru, Варга Елена Ивановна, Варга Елена Ивановна",
    "ko, 대통령 엘레나 바르가는 감사를 전했다, 엘레나 바르가",
    "ko, 엘레나 바르가에게는, 엘레나 바르가",
    "ko, 김혜린대통령, 김혜린",
    "ko, 김혜린숙이, ''",
    "ko, 나김혜린은, ''",
    "ja, 大統領エレナ・バルガは感謝した, エレナ・バルガ",
    "ja, スーパーエレナ・バルガは, ''",
    "ja, 大統領のエレナ・バルガ氏, エレナ・バルガ",
    "ja, エレナ・バルガス, ''",
    "zh, 总统埃琳娜·瓦爾加表示感谢, 埃琳娜·瓦爾加",
    "zh, 会见金慧琳总统, 金慧琳",
    "th, ประธานาธิบดีเอเลนา วาร์กากล่าว, เอเลนา วาร์กา",
    "ar, قالت الرئيسة إيلينا فارغا, إيلينا فارغا",
    "ar, التقى الرئيس بإيلينا فارغا, إيلينا فارغا",
    "he, הנשיאה ואלנה ורגה, אלנה ורגה",
    "en, Magdelena Varga, ''",
    "en, Elena Vargas, ''",
    "it, Varghina parla, Varghina",
    "pt, Em Varghina chove, ''",
    "en, elena varga, ''"
  })
  void a_name_is_recognised_where_it_stands_by_itself(String language, String text, String name) {
    List<Recognised> found = INDEX.inTexts().recognise(text, new LanguageTag(language));
    assertThat(found.stream().map(Recognised::spelled).toList())
        .isEqualTo(name.isEmpty() ? List.of() : List.of(name));
  }

  @ParameterizedTest
  @CsvSource({
    "en, The EU and the US agreed, EU",
    "en, The eu agreed, ''",
    "en, EUROPE agreed, ''",
    "en, THE EU AGREED, ''",
    "en, EU 2025, EU",
    "fr, UN CHEF, ''",
    "fr, Un chef de l'EU, ''",
    "zh, 总理李强会见, 李强",
    "zh, 总理王明会见, ''",
    "ko, 김구는, ''"
  })
  void a_short_name_is_recognised_in_capitals_or_in_two_characters_of_an_edited_record(
      String language, String text, String name) {
    NameIndex index =
        new NameIndex(
            List.of(
                person(5, "en:EU", "fr:UN", "en:Ed"),
                person(6, "zh:王明"),
                new Known(
                    new UUID(0, 7),
                    AuthorityKind.PERSON,
                    List.of(
                        new Name("李强", new LanguageTag("zh"), true),
                        new Name("김구", new LanguageTag("ko"), true)),
                    true)));
    assertThat(
            index.inTexts().recognise(text, new LanguageTag(language)).stream()
                .map(Recognised::spelled)
                .toList())
        .isEqualTo(name.isEmpty() ? List.of() : List.of(name));
  }

  @ParameterizedTest
  @CsvSource({
    "バルガ大統領, バルガ 大統領",
    "大統領エレナ・バルガ氏, 大統領 エレナ・バルガ",
    "バルガス大統領, バルガス大統領",
    "総理バルガの訪問, 総理 バルガ の訪問",
    "埃琳娜·瓦爾加總統, 埃琳娜·瓦爾加 總統",
    "会见金慧琳总统, 会见 金慧琳 总统",
    "ประธานาธิบดีเอเลนา, ประธานาธิบดีเอเลนา",
    "ประธานาธิบดีวาร์กา, ประธานาธิบดี วาร์กา",
    "バルガ, バルガ",
    "김혜린대통령, 김혜린대통령",
    "Vargas, Vargas"
  })
  void names_within_a_word_of_a_query_are_set_apart_where_there_are_no_spaces(
      String word, String apart) {
    assertThat(INDEX.inQueries().apart(List.of(word)))
        .isEqualTo(Arrays.asList(apart.split(" ", -1)));
  }

  @Test
  void the_longest_name_counts_and_only_that() {
    List<Recognised> found =
        INDEX.inTexts().recognise("Elena Varga Rossi met Elena Varga.", new LanguageTag("en"));
    assertThat(found)
        .containsExactly(
            new Recognised("Elena Varga Rossi", 0, 17, List.of(YOUNGER.id())),
            new Recognised("Elena Varga", 22, 33, List.of(VARGA.id())));
  }

  @ParameterizedTest
  @CsvSource({
    "warga, Elena Varga",
    "WARGA, Elena Varga",
    "Варга, Elena Varga",
    "바르가, Elena Varga",
    "바르가의, Elena Varga",
    "バルガ, Elena Varga",
    "إيلينا فارغا, Elena Varga",
    "elena varga rossi, Elena Varga Rossi",
    "kim hyelin, 김혜린",
    "nobody, ''",
    "'', ''"
  })
  void a_query_names_people_by_whole_and_family_names_in_any_script(String query, String who) {
    List<NamesInQueries.Found> found = INDEX.inQueries().named(Arrays.asList(query.split(" ", -1)));
    assertThat(
            found.stream()
                .flatMap(each -> INDEX.inQueries().who(each).stream())
                .map(Named::label)
                .toList())
        .isEqualTo(who.isEmpty() ? List.of() : List.of(who));
  }

  @Test
  void a_family_name_stands_for_the_family_names_of_other_languages() {
    NamesInQueries.Found found =
        INDEX.inQueries().named(List.of("visit", "of", "Warga", "2025")).get(0);
    assertThat(found.from()).isEqualTo(2);
    assertThat(found.to()).isEqualTo(3);
    assertThat(INDEX.inQueries().who(found).get(0).forms().stream().map(Name::text))
        .contains("Varga", "Warga", "Варга", "바르가", "バルガ", "瓦爾加")
        .doesNotContain("Elena", "Elena Varga");
  }

  @ParameterizedTest
  @CsvSource({
    "Tsai Ing-wen, Цай Инвэнь, 蔡英文, Tsai, Цай",
    "Moon Jae-in, Мун Чжэ Ин, 문재인, Moon, Мун",
    "Wang Jinping, Ван Цзиньпин, 王近平, Wang, Ван",
    "Carrie Lamm, Кэрри Ламм, 林鄭月娥, Lamm, Ламм",
    "Shinzo Abel, Синдзо Абель, 安倍晋三, Abel, Абель",
    "Kim Campbell, Ким Кэмпбелл, 金·坎贝尔, Campbell, Кэмпбелл"
  })
  void the_family_name_comes_first_where_it_is_said_so(
      String latin, String russian, String own, String family, String inRussian) {
    Known known = person(1, "en:" + latin, "ru:" + russian, "zh:" + own);
    assertThat(known.family(latin)).isEqualTo(family);
    assertThat(known.family(russian)).isEqualTo(inRussian);
  }

  @Test
  void names_are_looked_up_by_how_they_or_their_words_begin_the_best_first() {
    Known elena = person(4, "en:Elena");
    NameIndex index = new NameIndex(List.of(YOUNGER, VARGA, KIM, elena));
    assertThat(index.lookUp("ELENA", null, 10))
        .containsExactly(elena.id(), VARGA.id(), YOUNGER.id());
    assertThat(index.lookUp("varga r", null, 10)).containsExactly(YOUNGER.id());
    assertThat(index.lookUp("Варга", null, 10)).containsExactly(VARGA.id());
    assertThat(index.lookUp("김혜", null, 10)).containsExactly(KIM.id());
    assertThat(index.lookUp("elen", null, 2)).hasSize(2);
    assertThat(index.lookUp("lena", null, 10)).isEmpty();
    assertThat(index.lookUp(" ,", null, 10)).isEmpty();
    assertThat(index.lookUp("elena", AuthorityKind.PLACE, 10)).isEmpty();
  }

  @Test
  void a_short_name_of_letters_stands_for_nobody_by_itself() {
    NameIndex index = new NameIndex(List.of(person(1, "en:Shinzo Abe", "ja:安倍 晋三", "ko:아베 신조")));
    assertThat(index.inQueries().named(List.of("abe"))).isEmpty();
    assertThat(index.inQueries().named(List.of("shinzo", "abe"))).hasSize(1);
    assertThat(index.inQueries().named(List.of("신조"))).hasSize(1);
  }

  @Test
  void a_name_that_very_many_have_stands_for_nobody() {
    List<Known> all = new ArrayList<>(List.of(VARGA));
    IntStream.range(10, 16).forEach(i -> all.add(person(i, "en:Person Number" + i + " Smith")));
    NameIndex index = new NameIndex(all);
    assertThat(index.inQueries().named(List.of("smith"))).isEmpty();
    assertThat(index.inQueries().named(List.of("varga"))).hasSize(1);
  }

  private static Known person(int id, String... names) {
    List<Name> all =
        Arrays.stream(names)
            .map(name -> name.split(":", 2))
            .map(name -> new Name(name[1], new LanguageTag(name[0]), true))
            .toList();
    return new Known(new UUID(0, id), AuthorityKind.PERSON, all, false);
  }
}
