package communique.doors;

import static communique.doors.rest.RestClient.field;
import static org.assertj.core.api.Assertions.assertThat;

import communique.briefing.Digest;
import communique.doors.MinistrySystem.Answer;
import communique.doors.MinistrySystem.Text;
import communique.doors.rest.Pictures;
import communique.doors.rest.RestClient;
import communique.support.RunningSystem;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a ministry can do with a briefing, and what it is told, whatever the door. */
@ExtendWith(RunningSystem.Shared.class)
public abstract class LifeCycleContract {
  private static final String LATER = "2099-01-01T00:00:00Z";
  private static final String UNKNOWN = "01982f6a-5f3e-7cc1-8a52-0f6e3a9d2b11";

  private final MinistrySystem ministry;
  private final RestClient anybody;
  private final RunningSystem system;

  protected LifeCycleContract(RunningSystem system, MinistrySystem ministry) {
    this.ministry = ministry;
    this.anybody = RestClient.anonymous(system);
    this.system = system;
  }

  @Test
  void a_deposit_is_read_back_and_its_receipt_tells_its_digest() throws Exception {
    Answer receipt = ministry.deposit(Text.in("en", "Harbour opened"));
    HttpResponse<String> read = get(receipt.get("briefing") + "/en");
    assertThat(read.headers().firstValue("ETag")).contains('"' + receipt.get("digest") + '"');
    assertThat(read.body()).contains("\"headline\":\"Harbour opened\"");
    assertThat(receipt.get("version") + receipt.get("language")).isEqualTo("1en");
  }

  @Test
  void a_receipt_is_given_again_and_an_unknown_one_is_not() throws Exception {
    Answer receipt = ministry.deposit(Text.in("en", "Receipted"));
    assertThat(ministry.receipt(receipt.get("id"))).isEqualTo(receipt);
    ministry.receipt(UNKNOWN).mustBeRefused("NOT_FOUND", "receipt");
  }

  @Test
  void a_repeat_gets_the_same_receipt_and_other_content_is_refused() throws Exception {
    String reference = UUID.randomUUID().toString();
    Text once = Text.in("en", "Once").with("reference", reference);
    Answer receipt = ministry.deposit(once);
    assertThat(ministry.deposit(once)).isEqualTo(receipt);
    ministry
        .deposit(Text.in("en", "Twice").with("reference", reference))
        .mustBeRefused("REFERENCE_REUSED", "depositorReference");
    String id = receipt.get("briefing");
    Text again = Text.in("en", "Once more").with("reference", reference + "-2");
    Answer correction = ministry.correct(id, 1, "minor", again);
    assertThat(correction.get("version")).isEqualTo("2");
    assertThat(ministry.correct(id, 1, "minor", again)).isEqualTo(correction);
    assertThat(get(id + "/en").body()).contains("\"version\":2");
  }

  @Test
  void a_language_comes_once_and_an_unknown_briefing_gets_none() throws Exception {
    String id = ministry.deposit(Text.in("en", "One")).get("briefing");
    ministry.add(id, Text.in("en", "Another")).mustBeRefused("EDITION_EXISTS", "language");
    ministry.add(UNKNOWN, Text.in("de", "Eines")).mustBeRefused("NOT_FOUND", "briefing");
  }

  @Test
  void a_correction_is_the_next_version_and_the_first_stays() throws Exception {
    String id = ministry.deposit(Text.in("en", "Varga spoke")).get("briefing");
    Text major = Text.in("en", "Varga spoke again").with("reason", "A wrong name");
    Answer receipt = ministry.correct(id, 1, "major", major);
    assertThat(receipt.get("version")).isEqualTo("2");
    HttpResponse<String> read = get(id + "/en");
    assertThat(read.headers().firstValue("ETag")).contains('"' + receipt.get("digest") + '"');
    assertThat(read.body())
        .contains("Varga spoke again", "\"significance\":\"major\"", "A wrong name");
    assertThat(get(id + "/en/versions/1").body()).contains("Varga spoke\"");
  }

  @Test
  void a_correction_needs_the_newest_version_as_its_base_and_a_major_one_its_reason()
      throws Exception {
    String id = ministry.deposit(Text.in("en", "Based")).get("briefing");
    Text anew = Text.in("en", "Based anew");
    ministry.correct(id, 1, "minor", anew).get("version");
    ministry
        .correct(id, 1, "minor", Text.in("en", "Late"))
        .mustBeRefused("VERSION_CHANGED", "version");
    ministry.correct(id, 2, "major", anew).mustBeRefused("MISSING", "reason");
    ministry.correct(UNKNOWN, 1, "minor", anew).mustBeRefused("NOT_FOUND", "briefing");
    ministry
        .correct(id, 1, "minor", Text.in("fr", "Nulle part"))
        .mustBeRefused("NOT_FOUND", "language");
    assertThat(get(id + "/en").body()).contains("\"version\":2", "Based anew");
  }

  @Test
  void of_two_hundred_corrections_at_once_one_wins_for_each_version() throws Exception {
    String id = ministry.deposit(Text.in("en", "Contested")).get("briefing");
    mustBeWonByOne(id, 1, 200);
    mustBeWonByOne(id, 2, 20);
    assertThat(get(id + "/en").body()).contains("\"version\":3");
  }

  private void mustBeWonByOne(String id, int seen, int senders) throws Exception {
    List<Callable<String>> corrections = new ArrayList<>();
    for (int i = 0; i < senders; i++) {
      Text text = Text.in("en", "Contested " + seen + " " + i);
      corrections.add(() -> ministry.correct(id, seen, "minor", text).reason());
    }
    List<String> answers = Newsroom.together(corrections);
    assertThat(answers).containsOnly("", "VERSION_CHANGED");
    assertThat(answers).containsOnlyOnce("");
  }

  @Test
  void a_correction_under_embargo_leaves_the_public_the_version_before() throws Exception {
    String id = ministry.deposit(Text.in("en", "For now")).get("briefing");
    Text later = Text.in("en", "For later").with("embargo", LATER);
    ministry.correct(id, 1, "minor", later).get("version");
    assertThat(get(id + "/en").body()).contains("For now");
    assertThat(get(id + "/en/versions/2").statusCode()).isEqualTo(404);
    // A further one that names no embargo must not let the one before out.
    ministry.correct(id, 2, "minor", Text.in("en", "For later still")).get("version");
    assertThat(get(id + "/en").body()).contains("For now");
    assertThat(ministry.liftEmbargo(id, List.of()).get("versions")).isEqualTo("2");
    assertThat(get(id + "/en").body()).contains("For later still");
  }

  @Test
  void editions_under_embargo_are_translated_and_released_at_one_instant() throws Exception {
    String id = ministry.deposit(Text.in("en", "Together").with("embargo", LATER)).get("briefing");
    ministry.add(id, Text.in("de", "Zusammen").with("translatedFrom", "en")).get("version");
    assertThat(get(id).statusCode()).isEqualTo(404);
    Instant until = Instant.now().plus(Duration.ofSeconds(5));
    assertThat(ministry.changeEmbargo(id, until, List.of()).get("versions")).isEqualTo("2");
    HttpResponse<String> seen = get(id);
    while (seen.statusCode() == 404 && Instant.now().isBefore(until.plusSeconds(30))) {
      seen = get(id);
    }
    assertThat(seen.body()).contains("Together", "Zusammen");
    assertThat(get(id + "/de").body()).contains("\"translation\":{\"from\":\"en\"");
    ministry.liftEmbargo(id, List.of()).mustBeRefused("NOT_UNDER_EMBARGO", "briefing");
  }

  @Test
  void an_embargo_is_moved_into_the_future_only_and_for_single_languages_too() throws Exception {
    String id = ministry.deposit(Text.in("en", "Waiting").with("embargo", LATER)).get("briefing");
    ministry.add(id, Text.in("de", "Wartend")).get("version");
    Instant other = Instant.parse("2098-01-01T00:00:00Z");
    assertThat(ministry.changeEmbargo(id, other, List.of("de")).get("versions")).isEqualTo("1");
    ministry
        .changeEmbargo(id, Instant.parse("2020-01-01T00:00:00Z"), List.of())
        .mustBeRefused("OUT_OF_RANGE", "until");
    ministry.changeEmbargo(UNKNOWN, other, List.of()).mustBeRefused("NOT_FOUND", "briefing");
    assertThat(ministry.liftEmbargo(id, List.of("de")).get("versions")).isEqualTo("1");
    assertThat(get(id + "/de").statusCode()).isEqualTo(200);
    assertThat(get(id + "/en").statusCode()).isEqualTo(404);
    ministry.liftEmbargo(UNKNOWN, List.of()).mustBeRefused("NOT_FOUND", "briefing");
  }

  @Test
  void an_embargo_is_not_changed_where_one_of_the_languages_named_is_missing() throws Exception {
    String id = ministry.deposit(Text.in("en", "Waiting").with("embargo", LATER)).get("briefing");
    ministry.add(id, Text.in("de", "Wartend")).get("version");
    Instant other = Instant.parse("2098-01-01T00:00:00Z");
    ministry.changeEmbargo(id, other, List.of("de", "fr")).mustBeRefused("NOT_FOUND", "language");
    ministry.liftEmbargo(id, List.of("fr", "de")).mustBeRefused("NOT_FOUND", "language");
    assertThat(get(id).statusCode()).isEqualTo(404);
    assertThat(ministry.liftEmbargo(id, List.of("de")).get("versions")).isEqualTo("1");
  }

  @Test
  void a_translation_has_the_embargo_of_the_version_it_names_and_its_receipt_tells_it()
      throws Exception {
    Answer plain = ministry.deposit(Text.in("en", "Open"));
    assertThat(plain.values()).doesNotContainKey("embargo");
    String id = plain.get("briefing");
    Answer waiting =
        ministry.correct(id, 1, "minor", Text.in("en", "Closed").with("embargo", LATER));
    assertThat(Instant.parse(waiting.get("embargo"))).isEqualTo(LATER);
    assertThat(ministry.receipt(waiting.get("id"))).isEqualTo(waiting);
    Text first = Text.in("de", "Offen").with("translatedFrom", "en");
    assertThat(ministry.add(id, first.with("translatedVersion", "1")).values())
        .doesNotContainKey("embargo");
    assertThat(get(id + "/de").body()).contains("Offen", "\"version\":1");
    Text second = Text.in("fr", "Ferme").with("translatedFrom", "en").with("reference", "r" + id);
    Answer inherited = ministry.add(id, second);
    assertThat(Instant.parse(inherited.get("embargo"))).isEqualTo(LATER);
    assertThat(ministry.add(id, second)).isEqualTo(inherited);
    assertThat(get(id + "/fr").statusCode()).isEqualTo(404);
  }

  @Test
  void a_text_is_not_translated_from_itself_nor_by_way_of_others_nor_from_no_version()
      throws Exception {
    ministry
        .deposit(Text.in("en", "Itself").with("translatedFrom", "en"))
        .mustBeRefused("OUT_OF_RANGE", "translation.from");
    String id = ministry.deposit(Text.in("en", "Original")).get("briefing");
    Text german = Text.in("de", "Deutsch").with("translatedFrom", "en");
    ministry
        .add(id, german.with("translatedVersion", "2"))
        .mustBeRefused("OUT_OF_RANGE", "translation.version");
    ministry.add(id, german).get("version");
    ministry.add(id, Text.in("fr", "Autre").with("translatedFrom", "de")).get("version");
    for (String from : List.of("en", "de", "fr")) {
      ministry
          .correct(id, 1, "minor", Text.in("en", "Turned").with("translatedFrom", from))
          .mustBeRefused("OUT_OF_RANGE", "translation.from");
    }
    ministry
        .add(id, Text.in("it", "Altro").with("translatedFrom", "it"))
        .mustBeRefused("OUT_OF_RANGE", "translation.from");
  }

  @Test
  void a_correction_of_a_translation_is_one_of_the_same_source_unless_it_says_another()
      throws Exception {
    String id = ministry.deposit(Text.in("en", "Source")).get("briefing");
    ministry.add(id, Text.in("de", "Quelle").with("translatedFrom", "en")).get("version");
    ministry.correct(id, 1, "minor", Text.in("en", "Sources")).get("version");
    String behind = "\"translatedFrom\":\"en\",\"translatedVersion\":1,\"stale\":true";
    assertThat(get(id).body()).contains(behind);
    ministry.correct(id, 1, "minor", Text.in("de", "Die Quelle")).get("version");
    assertThat(get(id).body()).contains("Die Quelle", behind);
    assertThat(get(id + "/de").body()).contains("\"translation\":{\"from\":\"en\",\"version\":1}");
    Text anew = Text.in("de", "Die Quellen").with("translatedFrom", "en");
    ministry.correct(id, 2, "minor", anew).get("version");
    assertThat(get(id).body()).contains("\"translatedVersion\":2,\"stale\":false");
    // Nobody knows whether a source that is not here has gone on.
    Text japanese = Text.in("fr", "Source").with("translatedFrom", "ja");
    ministry.add(id, japanese.with("translatedVersion", "7")).get("version");
    assertThat(get(id).body())
        .contains("\"translatedFrom\":\"ja\",\"translatedVersion\":7,\"version\"");
  }

  @Test
  void what_is_withdrawn_is_told_by_a_notice_and_comes_back() throws Exception {
    String id = ministry.deposit(Text.in("en", "Taken back")).get("briefing");
    Answer notice = ministry.withdraw(id, null, "Issued in error", true);
    assertThat(notice.get("state")).isEqualTo("withdrawn");
    assertThat(notice.get("briefing")).isEqualTo(id);
    assertThat(notice.get("office")).isEqualTo("XV-PRES");
    assertThat(notice.get("reason")).isEqualTo("Issued in error");
    assertThat(notice.get("title")).isEqualTo("Taken back");
    assertThat(notice.values()).containsKeys("at", "reference").doesNotContainKey("language");
    HttpResponse<String> gone = get(id + "/en");
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(gone.body()).contains("Issued in error", notice.get("at"));
    // The same word again is no second withdrawal; another one contradicts it.
    assertThat(ministry.withdraw(id, null, "Issued in error", true)).isEqualTo(notice);
    ministry.withdraw(id, null, "Other", false).mustBeRefused("ALREADY_WITHDRAWN", "briefing");
    Text right = Text.in("en", "Set right");
    assertThat(ministry.correct(id, 1, "minor", right).get("version")).isEqualTo("2");
    assertThat(get(id).statusCode()).isEqualTo(410);
    Answer back = ministry.reinstate(id, null, "Corrected");
    assertThat(back.get("state") + " " + back.get("reason")).isEqualTo("reinstated Corrected");
    assertThat(back.values()).doesNotContainKey("title");
    assertThat(get(id + "/en").body()).contains("Set right");
    ministry.reinstate(id, null, "Corrected").mustBeRefused("NOT_WITHDRAWN", "briefing");
  }

  @Test
  void one_edition_is_withdrawn_and_the_others_stay() throws Exception {
    String id = ministry.deposit(Text.in("en", "Staying")).get("briefing");
    ministry.add(id, Text.in("de", "Gehend")).get("version");
    Answer notice = ministry.withdraw(id, "de", "Wrongly translated", false);
    assertThat(notice.get("language")).isEqualTo("de");
    assertThat(notice.values()).doesNotContainKey("title");
    assertThat(get(id + "/de").statusCode()).isEqualTo(410);
    assertThat(get(id + "/en").statusCode()).isEqualTo(200);
    ministry.withdraw(id, "fr", "So", false).mustBeRefused("NOT_FOUND", "language");
    ministry.withdraw(id, "xx-", "So", false).mustBeRefused("BAD_FORMAT", "language");
    assertThat(ministry.withdraw(id, "de", "Wrongly translated", false)).isEqualTo(notice);
    ministry.withdraw(id, "de", "Or so", false).mustBeRefused("ALREADY_WITHDRAWN", "briefing");
    ministry.reinstate(id, "en", "So").mustBeRefused("NOT_WITHDRAWN", "briefing");
    ministry.reinstate(id, "fr", "So").mustBeRefused("NOT_FOUND", "language");
    assertThat(ministry.reinstate(id, "de", "Rightly").get("language")).isEqualTo("de");
    assertThat(get(id + "/de").statusCode()).isEqualTo(200);
    ministry.withdraw(UNKNOWN, null, "So", false).mustBeRefused("NOT_FOUND", "briefing");
    ministry.reinstate(UNKNOWN, null, "So").mustBeRefused("NOT_FOUND", "briefing");
    ministry.withdraw(id, null, " ", false).mustBeRefused("MISSING", "reason");
  }

  @Test
  void a_file_is_handed_over_before_the_version_that_places_it() throws Exception {
    byte[] png = Pictures.another();
    String sha256 = Digest.of(png).hex();
    Answer file = ministry.attach("image/png", png, sha256);
    assertThat(file.get("sha256")).isEqualTo(sha256);
    assertThat(file.get("size")).isEqualTo("" + png.length);
    assertThat(file.values()).containsKeys("type", "width", "height");
    assertThat(ministry.attach("image/png", png, sha256)).isEqualTo(file);
    assertThat(anybody.get("media/" + sha256).statusCode()).isEqualTo(404);
    String id = ministry.deposit(Text.in("en", "Seen").with("photo", sha256)).get("briefing");
    assertThat(field("sha256", get(id + "/en").body())).isEqualTo(sha256);
    assertThat(anybody.get("media/" + sha256).statusCode()).isEqualTo(200);
    ministry.correct(id, 1, "minor", Text.in("en", "Seen again").with("photo", sha256)).get("id");
    assertThat(get(id + "/en").body()).contains("Seen again", sha256, "\"type\":\"image/png\"");
  }

  @Test
  void a_file_must_be_what_its_sender_says_and_be_there_before_it_is_placed() throws Exception {
    byte[] png = Pictures.another();
    String sha256 = Digest.of(png).hex();
    ministry
        .attach("image/png", png, "0".repeat(64))
        .mustBeRefused("MEDIA_CONTRADICTS_DIGEST", "content");
    ministry
        .attach("image/jpeg", png, sha256)
        .mustBeRefused("MEDIA_CONTRADICTS_TYPE", "contentType");
    ministry
        .deposit(Text.in("en", "Unseen").with("photo", sha256))
        .mustBeRefused("UNKNOWN_VALUE", "media[0].file.sha256");
  }

  @Test
  void a_recalled_file_is_not_brought_back_by_its_digest_but_by_its_bytes() throws Exception {
    byte[] png = Pictures.another();
    String sha256 = Digest.of(png).hex();
    ministry.attach("image/png", png, sha256).get("sha256");
    String reference = UUID.randomUUID().toString();
    Text first = Text.in("en", "Shown").with("photo", sha256).with("reference", reference);
    Answer receipt = ministry.deposit(first);
    String id = receipt.get("briefing");
    recall(id, sha256);
    // Not by the account that handed it over then, either.
    Text other = Text.in("en", "Shown elsewhere").with("photo", sha256);
    ministry.deposit(other).mustBeRefused("UNKNOWN_VALUE", "media[0].file.sha256");
    assertThat(anybody.get("media/" + sha256).statusCode()).isEqualTo(410);
    // In its own briefing it stays recalled, and what was kept before is still the same.
    ministry.correct(id, 1, "minor", Text.in("en", "Still").with("photo", sha256)).get("version");
    assertThat(anybody.get("media/" + sha256).statusCode()).isEqualTo(410);
    assertThat(ministry.deposit(first)).isEqualTo(receipt);
    ministry.attach("image/png", png, sha256).get("sha256");
    assertThat(anybody.get("media/" + sha256).statusCode()).isEqualTo(410);
    String anew = ministry.deposit(other).get("briefing");
    assertThat(anybody.get("media/" + sha256).statusCode()).isEqualTo(200);
    recall(anew, sha256);
    ministry.deposit(other).mustBeRefused("UNKNOWN_VALUE", "media[0].file.sha256");
  }

  private void recall(String id, String sha256) throws Exception {
    RestClient.as("xv-depositor", system)
        .must(
            "POST",
            "briefings/" + id + "/recalls",
            "{\"sha256\":\"" + sha256 + "\",\"reason\":\"Rights unclear\"}");
  }

  /** Asks as anybody may. */
  private HttpResponse<String> get(String briefing) throws Exception {
    return anybody.get("briefings/" + briefing);
  }
}
