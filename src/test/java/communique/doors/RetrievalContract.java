package communique.doors;

import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.rest.Pictures;
import communique.doors.rest.RestClient;
import communique.support.RunningSystem;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is asked of the record, whatever the door: the same questions have the same answers. */
@ExtendWith(RunningSystem.Shared.class)
abstract class RetrievalContract {
  private static final String ANYBODY = "";
  private static final String DEPOSITOR = "xv-depositor";

  private final Newsroom newsroom;
  private final Depositor soap;
  private final Asking door;

  RetrievalContract(RunningSystem system, Asking door) throws IOException {
    this.newsroom = new Newsroom(system);
    this.soap = new Depositor(system);
    this.door = door;
  }

  @Test
  void a_list_is_read_page_by_page_and_narrowed_by_all_that_is_asked() throws Exception {
    String section = "Section " + UUID.randomUUID();
    String more = "\"section\":\"" + section + "\",\"mentions\":[{\"name\":\"Varga\"}]";
    List<String> all = new ArrayList<>();
    for (int day = 1; day <= 5; day++) {
      String dated = "\"issued\":{\"date\":\"2021-03-0" + day + "\"},\"eventDate\":\"2021-02-01\"";
      all.add(0, newsroom.deposit("Listed " + day, more, dated));
    }
    assertThat(pages("ListBriefings", Map.of("section", section), 2)).isEqualTo(all);
    Map<String, String> narrowed =
        Map.of(
            "office", "XV-PRES",
            "language", "en",
            "kind", "statement",
            "section", section,
            "issuedFrom", "2021-03-02",
            "issuedTo", "2021-03-03",
            "eventFrom", "2021-02-01",
            "eventTo", "2021-02-01",
            "mention", "Varga");
    assertThat(ask("ListBriefings", narrowed).items()).isEqualTo(all.subList(2, 4));
    assertThat(ask("ListBriefings", Map.of("section", section, "media", "true")).items()).isEmpty();
    assertThat(
            ask("ListBriefings", Map.of("section", section, "subject", "medtop:20000587")).items())
        .isEmpty();
  }

  @Test
  void the_versions_of_an_edition_are_listed_and_read_each() throws Exception {
    String id = newsroom.deposit("Said first");
    newsroom.correct(id, 1, RestClient.edition("", "Said better", Newsroom.MAJOR));
    newsroom.correct(id, 2, RestClient.edition("", "Said best", Newsroom.MINOR));
    Map<String, String> edition = Map.of("id", id, "language", "en");
    assertThat(pages("ListVersions", edition, 2)).containsExactly("1", "2 major", "3 minor");
    assertThat(ask("GetVersion", with(edition, "number", "1")).items())
        .containsExactly("Said first");
    assertThat(ask("GetVersion", with(edition, "number", "3")).items())
        .containsExactly("Said best");
    assertThat(ask("GetVersion", with(edition, "number", "4")).refused()).isEqualTo("NOT_FOUND");
    newsroom.withdraw(id, "In error");
    assertThat(ask("GetVersion", with(edition, "number", "1")).refused()).isEqualTo("WITHDRAWN");
    assertThat(ask("ListVersions", edition).refused()).isEqualTo("WITHDRAWN");
    assertThat(door.ask(DEPOSITOR, "ListVersions", edition).items()).hasSize(3);
  }

  @Test
  void what_was_public_at_a_time_is_told() throws Exception {
    String id = newsroom.deposit("At first");
    Instant first = second();
    newsroom.correct(id, 1, RestClient.edition("", "At last", Newsroom.MINOR));
    Instant second = second();
    newsroom.withdraw(id, "In error");
    Instant gone = second();
    Map<String, String> edition = Map.of("id", id, "language", "en");
    assertThat(asOf(edition, first).refused()).isEqualTo("WITHDRAWN");
    newsroom
        .depositor()
        .must("POST", "briefings/" + id + "/reinstatement", "{\"reason\":\"Rightly\"}");
    assertThat(asOf(edition, first).items()).containsExactly("At first");
    assertThat(asOf(edition, second).items()).containsExactly("At last");
    assertThat(asOf(edition, gone).refused()).isEqualTo("WITHDRAWN");
    String secret = newsroom.deposit("Later", "\"embargo\":\"2099-01-01T00:00:00Z\"");
    Map<String, String> embargoed = Map.of("id", secret, "language", "en");
    assertThat(asOf(embargoed, second).refused()).isEqualTo("NOT_FOUND");
    assertThat(door.ask(DEPOSITOR, "GetBriefingAsOf", with(embargoed, "at", "" + second)).refused())
        .isEqualTo("NOT_FOUND");
  }

  @Test
  void what_is_searched_for_is_found_page_by_page_and_only_by_those_who_may_see_it()
      throws Exception {
    String word = "found" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    List<String> open = List.of(newsroom.deposit(word + " one"), newsroom.deposit(word + " two"));
    String secret = newsroom.deposit(word + " three", "\"embargo\":\"2099-01-01T00:00:00Z\"");
    newsroom.awaitFound(word, 2);
    assertThat(pages("SearchBriefings", Map.of("q", word), 1))
        .containsExactlyInAnyOrderElementsOf(open);
    assertThat(ask("SearchBriefings", Map.of("q", word, "language", "de")).items()).isEmpty();
    assertThat(ask("SearchBriefings", Map.of("q", word, "office", "KR-PRES")).items()).isEmpty();
    Map<String, String> all = Map.of("q", word, "language", "en", "office", "XV-PRES");
    List<String> found = List.of();
    for (Instant end = Instant.now().plusSeconds(30);
        !found.contains(secret) && Instant.now().isBefore(end); ) {
      found = door.ask(DEPOSITOR, "SearchBriefings", all).items();
    }
    assertThat(found).hasSize(3).contains(secret);
  }

  @Test
  void changes_are_told_in_their_order_from_a_position_on() throws Exception {
    long before = newsroom.newestChange();
    String id = newsroom.deposit("Changed");
    newsroom.correct(id, 1, RestClient.edition("", "Changed again", Newsroom.MINOR));
    newsroom.withdraw(id, "In error");
    List<String> told = new ArrayList<>();
    String after = Long.toString(before);
    for (Answer page = changes(after); !page.items().isEmpty(); page = changes(after)) {
      page.items().stream().filter(each -> each.startsWith(id)).forEach(told::add);
      after = page.next();
    }
    assertThat(told)
        .containsExactly(
            id + " DepositBriefing 1", id + " CorrectBriefing 2 minor", id + " WithdrawBriefing");
    assertThat(changes(after).next()).isEqualTo(after);
  }

  @Test
  void a_file_is_given_to_those_who_see_a_text_with_it() throws Exception {
    byte[] picture = Pictures.another();
    String id = soap.depositWithPhoto("With a picture", picture).toString();
    String sha256 =
        RestClient.field("sha256", newsroom.anybody().get("briefings/" + id + "/en").body());
    assertThat(door.file(ANYBODY, sha256)).isEqualTo(picture);
    newsroom
        .depositor()
        .must(
            "POST",
            "briefings/" + id + "/recalls",
            "{\"sha256\":\"" + sha256 + "\",\"reason\":\"Rights unclear\"}");
    assertThat(ask("GetMedia", Map.of("sha256", sha256)).refused()).isEqualTo("WITHDRAWN");
    byte[] secret = Pictures.another();
    String hidden =
        soap.depositWithPhotoUnderEmbargo("2099-01-01T00:00:00Z", "Not yet", secret).toString();
    String digest =
        RestClient.field("sha256", newsroom.depositor().get("briefings/" + hidden + "/en").body());
    assertThat(ask("GetMedia", Map.of("sha256", digest)).refused()).isEqualTo("NOT_FOUND");
    assertThat(door.file(DEPOSITOR, digest)).isEqualTo(secret);
    assertThat(ask("GetMedia", Map.of("sha256", "0".repeat(64))).refused()).isEqualTo("NOT_FOUND");
  }

  @Test
  void an_original_is_given_bit_for_bit_and_to_its_depositor_alone() throws Exception {
    String sent = RestClient.statement("An original");
    String id = RestClient.field("briefing", newsroom.depositor().must("POST", "briefings", sent));
    assertThat(new String(door.original(DEPOSITOR, id), java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo(sent);
    Map<String, String> asked = Map.of("id", id, "language", "en", "number", "1");
    assertThat(ask("GetOriginal", asked).refused()).isEqualTo("NOT_AUTHENTICATED");
    assertThat(door.ask("kr-depositor", "GetOriginal", asked).refused()).isEqualTo("NOT_ALLOWED");
    assertThat(door.ask(DEPOSITOR, "GetOriginal", with(asked, "number", "2")).refused())
        .isEqualTo("NOT_FOUND");
  }

  @Test
  void what_is_asked_for_wrongly_is_refused_with_its_reason() throws Exception {
    Map<String, String> edition = Map.of("id", newsroom.deposit("Asked wrongly"), "language", "en");
    assertThat(ask("ListBriefings", Map.of("limit", "101")).refused()).isEqualTo("OUT_OF_RANGE");
    assertThat(ask("ListBriefings", Map.of("limit", "0")).refused()).isEqualTo("OUT_OF_RANGE");
    assertThat(ask("ListBriefings", Map.of("after", "x")).refused()).isEqualTo("BAD_FORMAT");
    assertThat(ask("ListBriefings", Map.of("kind", "poem")).refused()).isEqualTo("UNKNOWN_VALUE");
    assertThat(ask("ListBriefings", Map.of("issuedFrom", "2021-02-30")).refused())
        .isEqualTo("BAD_FORMAT");
    assertThat(ask("ListVersions", with(edition, "limit", "1001")).refused())
        .isEqualTo("OUT_OF_RANGE");
    assertThat(ask("ListVersions", with(edition, "after", "x")).refused()).isEqualTo("BAD_FORMAT");
    assertThat(ask("ListChanges", Map.of("limit", "1001")).refused()).isEqualTo("OUT_OF_RANGE");
    assertThat(ask("SearchBriefings", Map.of("q", " ")).refused()).isEqualTo("MISSING");
    assertThat(ask("SearchBriefings", Map.of("q", "x", "after", "x")).refused())
        .isEqualTo("BAD_FORMAT");
    assertThat(ask("GetVersion", Map.of("id", "417", "language", "en", "number", "1")).refused())
        .isEqualTo("BAD_FORMAT");
  }

  private Answer ask(String operation, Map<String, String> question) throws Exception {
    return door.ask(ANYBODY, operation, question);
  }

  private Answer changes(String after) throws Exception {
    return ask("ListChanges", Map.of("after", after, "limit", "100"));
  }

  private Answer asOf(Map<String, String> edition, Instant at) throws Exception {
    return ask("GetBriefingAsOf", with(edition, "at", at.toString()));
  }

  private List<String> pages(String operation, Map<String, String> question, int limit)
      throws Exception {
    List<String> all = new ArrayList<>();
    String after = "";
    do {
      Map<String, String> wanted = with(question, "limit", "" + limit);
      Answer page = ask(operation, after.isEmpty() ? wanted : with(wanted, "after", after));
      assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
      all.addAll(page.items());
      after = page.next();
    } while (!after.isEmpty());
    return all;
  }

  private static Map<String, String> with(Map<String, String> question, String name, String value) {
    Map<String, String> more = new java.util.HashMap<>(question);
    more.put(name, value);
    return more;
  }

  // What is to be told apart must lie in different seconds.
  private static Instant second() throws InterruptedException {
    Instant now = Instant.now();
    Thread.sleep(1100);
    return now;
  }

  /** A way to ask. */
  interface Asking {
    /**
     * Asks.
     *
     * @param account who asks; empty for anybody
     * @param question in the words that REST has
     */
    Answer ask(String account, String operation, Map<String, String> question) throws Exception;

    /** The content of a file. */
    byte[] file(String account, String sha256) throws Exception;

    /** The first original of a briefing in English. */
    byte[] original(String account, String id) throws Exception;
  }

  /**
   * What came back.
   *
   * @param refused the reason; empty when it was not
   * @param items in short
   * @param next where the next page begins; empty when there is none
   */
  record Answer(String refused, List<String> items, String next) {}
}
