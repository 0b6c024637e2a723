package communique.search;

import static communique.search.Searcher.editions;
import static communique.search.Searcher.id;
import static communique.search.Searcher.json;
import static communique.search.Searcher.mark;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import communique.briefing.Version;
import communique.doors.rest.RestClient;
import communique.rest.SchemaCheck;
import communique.support.RunningSystem;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are found in the spellings of other languages, through the doors. */
@ExtendWith(RunningSystem.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NamesSearchIT {
  private static final String RECORD =
      """
      {"kind":"person","description":"Kazakhstan","names":[
       {"text":"Serik-Jan Tolkynbayev","language":"en","preferred":true},
       {"text":"Serik-Schan Tolqynbajew","language":"de","preferred":true},
       {"text":"Толкынбаев, Серик-Жан Оразович","language":"ru","preferred":true},
       {"text":"세리크잔 톨킨바예프","language":"ko","preferred":true},
       {"text":"謝里克-詹·托爾金巴耶夫","language":"zh-Hant","preferred":true},
       {"text":"セリク・トルキンバエフ","language":"ja","preferred":true},
       {"text":"Serikcan Tolkynbayev","language":"tr","preferred":true}]}""";

  private static final Map<String, String> TEXTS =
      Map.of(
          "en", "He spoke with President Tolkynbayev in Astana.",
          "de", "Er sprach mit Präsident Tolqynbajew in Astana.",
          "ru", "Он беседовал с президентом Толкынбаевым в Астане.",
          "ko", "대통령은 세리크잔 톨킨바예프 대통령과 통화했다.",
          "zh-Hant", "總統會見托爾金巴耶夫總統。");

  private final RunningSystem system;
  private final Searcher search;

  NamesSearchIT(RunningSystem system) {
    this.system = system;
    this.search = new Searcher(system);
  }

  @BeforeAll
  void somebody_is_known() throws Exception {
    RestClient.as("archivist", system).must("POST", "authorities", RECORD);
    Searcher.await(() -> search.found("Tolkynbayev", "").body().contains("\"widened\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tolkynbayev",
        "tolkynbayev",
        "Tolqynbajew",
        "Толкынбаев",
        "톨킨바예프",
        "托爾金巴耶夫",
        "Serik-Jan Tolkynbayev"
      })
  void a_name_is_found_in_all_its_spellings_and_the_answer_says_so(String query) throws Exception {
    String mark = mark();
    List<String> all = deposited(mark);
    // A whole name is in one of the texts only; the family name in each.
    boolean whole = query.contains(" ");
    String asked = query + " " + mark;
    HttpResponse<String> found = search.found(asked, "");
    assertThat(editions(found)).containsAll(whole ? all.subList(1, 2) : all);
    SchemaCheck.assertValid("search.schema.json", found.body().getBytes(UTF_8));
    JsonObject widened = json(found).getJsonArray("widened").getJsonObject(0);
    assertThat(widened.getString("words")).isEqualTo(query);
    assertThat(widened.getString("name")).isEqualTo("Serik-Jan Tolkynbayev");
    assertThat(
            widened.getJsonArray("forms").getValuesAs(JsonString.class).stream()
                .map(JsonString::getString))
        .doesNotContain(query)
        .contains(whole ? "세리크잔 톨킨바예프" : query.equals("톨킨바예프") ? "Tolqynbajew" : "톨킨바예프");
  }

  @ParameterizedTest
  @CsvSource({"トルキンバエフ氏, トルキンバエフ", "トルキンバエフ總統, トルキンバエフ", "托爾金巴耶夫總統, 托爾金巴耶夫"})
  void a_name_is_found_within_a_word_of_a_script_without_spaces(String query, String name)
      throws Exception {
    String mark = mark();
    List<String> all = deposited(mark);
    HttpResponse<String> found = search.found(query + " " + mark, "&limit=100");
    assertThat(json(found).getJsonArray("widened").getJsonObject(0).getString("words"))
        .isEqualTo(name);
    assertThat(editions(found)).containsAll(all.subList(4, 5));
  }

  @Test
  void a_name_that_is_one_of_several_things_is_found_in_all_its_spellings() throws Exception {
    String mark = mark();
    List<String> all = deposited(mark);
    for (String query : List.of("Tolqynbajew OR Nowhere ", "Nowhere|Tolqynbajew ")) {
      HttpResponse<String> found = search.found(query + mark, "");
      assertThat(editions(found)).containsExactlyInAnyOrderElementsOf(all);
      assertThat(json(found).getJsonArray("widened").getJsonObject(0).getString("words"))
          .isEqualTo("Tolqynbajew");
      assertThat(editions(search.found(query + mark, "&widen=false"))).hasSize(1);
    }
  }

  @Test
  void it_is_not_done_where_it_is_not_wanted() throws Exception {
    String mark = mark();
    List<String> all = deposited(mark);
    HttpResponse<String> plain = search.found("Tolqynbajew " + mark, "&widen=false");
    assertThat(editions(plain)).hasSize(1);
    assertThat(json(plain)).doesNotContainKey("widened");
    assertThat(editions(search.found("\"Tolqynbajew\" " + mark, ""))).hasSize(1);
    assertThat(editions(search.found("-Tolqynbajew " + mark, ""))).hasSize(all.size() - 1);
    HttpResponse<String> refused = search.found("Tolqynbajew", "&widen=perhaps");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(json(refused).getString("field")).isEqualTo("widen");
  }

  @Test
  void the_other_words_of_the_query_still_count() throws Exception {
    String mark = mark();
    deposited(mark);
    HttpResponse<String> found = search.found("Tolkynbayev беседовать " + mark, "");
    assertThat(json(found).getInt("complete")).isEqualTo(1);
    assertThat(editions(found)).first().asString().endsWith("_ru");
    assertThat(editions(search.found("Tolkynbayev -통화 " + mark, ""))).hasSize(TEXTS.size() - 1);
    assertThat(editions(search.found("Tolkynbayev \"nowhere at all\" " + mark, ""))).isEmpty();
  }

  @Test
  void of_a_whole_name_the_family_name_is_enough_behind_what_has_all_of_it() throws Exception {
    String mark = mark();
    List<String> all = deposited(mark);

    HttpResponse<String> found = search.found("Serik-Jan Tolkynbayev " + mark, "&limit=100");
    assertThat(editions(found)).containsAll(all).first().asString().endsWith("_ko");
    assertThat(json(found).getInt("complete")).isEqualTo(1);
  }

  @Test
  void the_spelling_that_was_asked_for_comes_first() throws Exception {
    String mark = mark();
    deposited(mark);
    assertThat(editions(search.found("Tolkynbayev " + mark, "")).get(0)).endsWith("_en");
    assertThat(editions(search.found("톨킨바예프 " + mark, "")).get(0)).endsWith("_ko");
  }

  @Test
  void pages_go_on_as_they_began() throws Exception {
    String mark = mark();
    List<String> all = deposited(mark);
    HttpResponse<String> page = search.found("Tolkynbayev " + mark, "&limit=3");
    assertThat(editions(page)).hasSize(3);
    HttpResponse<String> next = search.next(page);
    assertThat(editions(next)).hasSize(all.size() - 3).doesNotContainAnyElementsOf(editions(page));
    HttpResponse<String> plain = search.found("Astana " + mark, "&limit=1&widen=false");
    assertThat(json(plain).getString("next")).contains("widen=false");
  }

  @Test
  void a_name_in_a_text_under_embargo_shows_in_no_count_and_no_answer() throws Exception {
    String mark = mark();
    Version secret =
        search.add(
            Samples.version(
                Searcher.briefing("XV-PRES"), "ko", 1, null, TEXTS.get("ko") + " " + mark),
            Duration.ofHours(1));
    String query = "Tolkynbayev " + mark;
    Searcher.await(() -> editions(search.foundAs("archivist", query)).equals(List.of(id(secret))));

    HttpResponse<String> found = search.found(query, "");
    assertThat(json(found).getInt("total")).isZero();
    assertThat(found.body()).doesNotContain(secret.briefing().id().toString(), "통화");
    assertThat(json(found).getJsonArray("widened").toString())
        .isEqualTo(json(search.foundAs("archivist", query)).getJsonArray("widened").toString());
    assertThat(page(query, "")).contains("Nothing was found").doesNotContain("통화");
  }

  @Test
  void the_reading_room_says_so_and_can_be_told_not_to() throws Exception {
    String mark = mark();
    deposited(mark);
    String page = page("Tolkynbayev " + mark, "");
    assertThat(page)
        .contains("these spellings were looked for as well", "Tolqynbajew", "톨킨바예프")
        .contains("&amp;widen=false\">")
        .contains("5 briefings were found");
    assertThat(page("Tolkynbayev " + mark, "&widen=false"))
        .contains("only as you wrote them", "One briefing was found")
        .doesNotContain("톨킨바예프");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tolkynbayev \"",
        "\"Tolkynbayev",
        "Tolkynbayev -",
        "-Tolkynbayev",
        "Tolkynbayev (((",
        "Tolkynbayev*",
        "Tolkynbayev~9",
        "Tolkynbayev \uD83D",
        "Tolkynbayev\u0000",
        "Tolkynbayev Tolkynbayev Tolkynbayev Tolkynbayev Tolkynbayev Tolkynbayev Tolkynbayev",
        "톨킨바예프톨킨바예프"
      })
  void no_query_with_a_name_breaks_the_search(String query) throws Exception {
    assertThat(search.found(query, "").statusCode()).isEqualTo(200);
  }

  @Test
  void a_long_query_is_not_refused_for_the_names_in_it() throws Exception {
    String words = "a b ".repeat(40);
    assertThat(search.found(words + "Tolkynbayev", "&widen=false").statusCode()).isEqualTo(200);
    assertThat(search.found(words + "Tolkynbayev", "").statusCode()).isEqualTo(200);
  }

  /** One edition in each language, the English and the Korean one first; the mark finds all. */
  private List<String> deposited(String mark) throws Exception {
    List<String> all = new ArrayList<>();
    for (String language : List.of("en", "ko", "de", "ru", "zh-Hant")) {
      all.add(id(search.deposit(language, null, TEXTS.get(language) + " " + mark)));
    }
    Searcher.await(() -> editions(search.found(mark, "&widen=false")).size() == all.size());
    return all;
  }

  private String page(String query, String parameters) throws Exception {
    String address = "/search?q=" + URLEncoder.encode(query, UTF_8) + parameters;
    HttpResponse<String> answer = RestClient.anonymous(system).get(address);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }
}
