package communique.doors.names;

import static communique.doors.rest.RestClient.field;
import static communique.doors.rest.RestClient.statement;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.imports.Importer;
import communique.doors.rest.RestClient;
import communique.search.Searcher;
import communique.search.index.IndexKeeper;
import communique.search.server.Shelf;
import communique.support.RunningSystem;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Texts that were indexed before the names in them were known. */
@ExtendWith(RunningSystem.Shared.class)
class NamesFollowedIT {
  private static final String MARK = "markfollowed";

  private final RunningSystem system;
  private final Names names;
  private final RestClient anybody;
  private final RestClient office;
  private final RestClient archivist;

  NamesFollowedIT(RunningSystem system) throws Exception {
    this.system = system;
    this.archivist = RestClient.as("archivist", system);
    this.names = new Names(system);
    this.anybody = RestClient.anonymous(system);
    this.office = RestClient.as("xv-depositor", system);
  }

  @Test
  void texts_in_many_scripts_are_found_by_names_that_were_imported_later_among_many_others()
      throws Exception {
    List<Text> texts =
        List.of(
            new Text("de", "Bela Altname-Zwirner", "Präsidentin Bela Altname-Zwirner sprach"),
            new Text("ru", "Бела Зайтенманова", "Выступила Бела Зайтенманова."),
            new Text("ar", "بيلا زايتنمانوف", "قالت بيلا زايتنمانوف اليوم"),
            new Text("ko", "벨라 자이텐만노바", "어제 벨라 자이텐만노바는 말했다"),
            new Text("ja", "ベラ・ザイテンマノワ", "大統領ベラ・ザイテンマノワは述べた"),
            new Text("zh", "贝拉赛滕曼诺娃", "总统贝拉赛滕曼诺娃说"),
            new Text("th", "เบลา ไซเทินมันโนวา", "นาง เบลา ไซเทินมันโนวา กล่าว"),
            new Text("th", "ไซเทินมันโนวิชา", "นางไซเทินมันโนวิชากล่าว"),
            new Text("ar", "كريم زايتنمانوف", "التقى الوزير بكريم زايتنمانوف اليوم"),
            new Text("he", "בלה זייטנמנובה", "אמרה ובלה זייטנמנובה"),
            new Text("ko", "벨린 자이텐", "어제 벨린 자이텐대통령은 말했다"),
            new Text("en", "Bela D'Umberquist", "Then Bela D’Umberquist spoke"),
            new Text("fr", "Béla Zeitenmänn", "Hier Be\u0301la Zeitenma\u0308nn a parlé"),
            new Text("en", "IQZ", "The IQZ agreed"),
            new Text("en", "Bela O’Quistumber", "Then Bela O'Quistumber spoke"));
    List<String> briefings = new ArrayList<>();
    for (Text text : texts) {
      briefings.add(deposit(text));
    }
    Text hidden = new Text("en", "Bela Sperrfristova", "Bela Sperrfristova spoke");
    String secret = deposit(hidden, "\"embargo\":\"2099-01-01T00:00:00Z\"");
    await("search?limit=100&q=" + MARK, anybody, briefings);
    await("search?limit=100&q=" + MARK, office, List.of(secret));

    StringBuilder file = new StringBuilder();
    for (int i = 0; i < 1_200; i++) {
      file.append(new Text("en", "Nobody Numbered" + i, "").record()).append('\n');
    }
    texts.forEach(text -> file.append(text.record()).append('\n'));
    file.append(hidden.record()).append('\n');
    names.importFile(file.toString().getBytes(UTF_8));

    for (int i = 0; i < briefings.size(); i++) {
      await(page(texts.get(i)), anybody, List.of(briefings.get(i)));
    }
    await(page(hidden), office, List.of(secret));
    assertThat(anybody.get(page(hidden)).body()).doesNotContain(secret);
  }

  @Test
  void all_texts_are_found_that_name_somebody_also_when_these_are_more_than_a_page()
      throws Exception {
    String name = "Bela Vielerorts" + Names.fresh();
    int count = 1_100;
    String line =
        "{\"source\":\"%1$s\",\"id\":\"%2$d\",\"lang\":\"en\",\"title\":\"%1$s\",\"body\":\"The %2$dth.\"}";
    String lines =
        IntStream.range(0, count)
            .mapToObj(i -> line.formatted(name, i))
            .collect(Collectors.joining("\n"));
    Importer importer = new Importer(system, "xv-depositor");
    importer.over(
        importer.begin(
            "?office=XV-PRES&kind=release",
            "application/x-ndjson",
            BodyPublishers.ofString(lines)));
    String who = names.create(name, Names.fresh());
    IndexKeeper index = new IndexKeeper(system);
    String counted = "/" + Shelf.PUBLIC.searchedAs() + "/_count?q=person:" + who;
    Searcher.await(
        () -> index.tell("GET", counted, "").contains("\"count\":" + count + ","), IndexKeeper.ALL);
  }

  @Test
  void who_was_said_to_be_meant_before_the_index_knew_them_is_found_there() throws Exception {
    for (int i = 0; i < 3; i++) {
      String briefing = deposit(new Text("en", "", "The pilot spoke " + i));
      String who = names.create("Ina Unerkannt" + Names.fresh(), Names.fresh());
      decide(briefing, who, "The pilot");
      await("authorities/" + who + "/briefings", anybody, List.of(briefing));
    }
  }

  @Test
  void who_is_meant_by_a_spelling_of_the_text_alone_is_found_again_when_reinstated()
      throws Exception {
    String briefing = deposit(new Text("en", "", "The steersman spoke"));
    String who = names.create("Ina Wiederda" + Names.fresh(), Names.fresh());
    String found = "authorities/" + who + "/briefings";
    decide(briefing, who, "The steersman");
    await(found, anybody, List.of(briefing));
    names.change(archivist, "PUT", who, "retirement", "");
    Searcher.await(() -> !anybody.get(found).body().contains(briefing));
    names.change(archivist, "DELETE", who, "retirement", "");
    await(found, anybody, List.of(briefing));
  }

  @Test
  void what_is_said_of_a_correction_under_embargo_leaves_the_public_document_as_it_is()
      throws Exception {
    String briefing = deposit(new Text("en", "", "The mate spoke"));
    String mark = Names.fresh();
    String edition =
        RestClient.edition(
            "",
            "The boatswain spoke " + mark,
            "\"significance\":\"minor\"",
            "\"embargo\":\"2099-01-01T00:00:00Z\"");
    String tag =
        anybody.get("briefings/" + briefing + "/en").headers().firstValue("ETag").orElseThrow();
    office.must("PUT", "briefings/" + briefing + "/en", edition, "If-Match", tag);
    await("search?q=" + mark, office, List.of(briefing));
    IndexKeeper index = new IndexKeeper(system);
    String document = "/" + Shelf.PUBLIC.searchedAs() + "/_doc/" + briefing;
    String before = index.tell("GET", document, "");

    String who = names.create("Ina Verborgen" + Names.fresh(), Names.fresh());
    decide(briefing, who, "The boatswain");
    await("authorities/" + who + "/briefings", office, List.of(briefing));
    assertThat(index.tell("GET", document, "")).isEqualTo(before).contains("\"_seq_no\"");
  }

  private void decide(String briefing, String who, String spelling) throws Exception {
    archivist.must(
        "PUT",
        "briefings/" + briefing + "/en/names/" + who,
        "{\"decision\":\"confirmed\",\"text\":\"" + spelling + "\"}");
  }

  private String deposit(Text text, String... more) throws Exception {
    String statement = statement(text.headline() + " " + MARK, more);
    return field(
        "briefing",
        office.must(
            "POST",
            "briefings",
            statement.replace("\"language\":\"en\"", "\"language\":\"" + text.language() + '"')));
  }

  private String page(Text text) throws Exception {
    return "authorities/" + names.find(text.wikidata()).get("id").asText() + "/briefings";
  }

  private static void await(String path, RestClient reader, List<String> briefings)
      throws Exception {
    Instant end = Instant.now().plusSeconds(60);
    String answer = reader.get(path).body();
    while (!briefings.stream().allMatch(answer::contains)) {
      assertThat(Instant.now()).as(path + ": " + answer).isBefore(end);
      Thread.sleep(100);
      answer = reader.get(path).body();
    }
  }

  /** A text that names somebody. */
  private record Text(String language, String name, String headline, String wikidata) {
    Text(String language, String name, String headline) {
      this(language, name, headline, Names.fresh());
    }

    String record() {
      return "{\"kind\":\"person\",\"names\":[{\"text\":\"%s\",\"language\":\"%s\"}],\"ids\":{\"wikidata\":\"%s\"}}"
          .formatted(name, language, wikidata);
    }
  }
}
