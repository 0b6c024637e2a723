package communique.doors;

import static communique.doors.rest.RestClient.edition;
import static communique.doors.rest.RestClient.field;
import static communique.doors.rest.RestClient.statement;
import static org.assertj.core.api.Assertions.assertThat;

import communique.briefing.Digest;
import communique.doors.rest.Pictures;
import communique.doors.rest.RestClient;
import communique.support.RunningSystem;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What is under embargo leaves through no door: whatever anybody asks for, the answers are the same
 * to the byte whether the archive holds embargoed briefings or not.
 */
@ExtendWith(RunningSystem.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NonInterferenceIT {
  private static final String NEVER = "\"embargo\":\"2099-01-01T00:00:00Z\"";

  /** A word for each field, which no public text has. */
  private static final List<String> CANARIES =
      List.of(
          "canaryheadline",
          "canarysubheadline",
          "canarysection",
          "canarybyline",
          "canaryrole",
          "canarycontact",
          "canarybody",
          "canarycaption",
          "canaryalternative",
          "canarycredit",
          "canarymention",
          "canaryplace",
          "canarykeyword",
          "canaryrights",
          "canaryreason",
          "canarytranslator");

  private static final String FULL =
      """
      "subheadline":"canarysubheadline","section":"canarysection",
      "bylines":[{"name":"canarybyline","role":"canaryrole","email":"canary@harbour.example"}],
      "contact":{"name":"canarycontact"},"mentions":[{"name":"canarymention"}],
      "places":[{"name":"canaryplace"}],"subjects":["medtop:20000999"],
      "keywords":["canarykeyword"],"rights":"canaryrights","reason":"canaryreason",
      "translation":{"from":"ko","translator":"canarytranslator"}""";

  private final RunningSystem system;
  private final RestClient depositor;
  private final RestClient archivist;
  private final RestClient anybody;
  private final Depositor soap;
  private final AnonymousQuestions questions;

  private final List<String> openOnes = new ArrayList<>();
  private final List<String> secrets = new ArrayList<>();
  private Map<String, String> before = Map.of();
  private Map<String, String> after = Map.of();
  private String secretPhoto = "";
  private Instant asked = Instant.EPOCH;

  NonInterferenceIT(RunningSystem system) throws IOException {
    this.system = system;
    this.depositor = RestClient.as("xv-depositor", system);
    this.archivist = RestClient.as("archivist", system);
    this.anybody = RestClient.anonymous(system);
    this.soap = new Depositor(system);
    this.questions =
        new AnonymousQuestions(
            system, Stream.concat(CANARIES.stream(), Stream.of("harbour", "news")).toList());
  }

  @BeforeAll
  void replayed_before_and_after_the_embargoed_ones_came() throws Exception {
    for (int i = 0; i < 8; i++) {
      openOnes.add(deposit("Plain harbour news " + i, "\"section\":\"Harbour\""));
    }
    awaitIndexed("harbour");
    String known =
        archivist.must(
            "POST", "authorities", "{\"kind\":\"place\",\"names\":[{\"text\":\"Hidden Cove\"}]}");
    // Dates of HTTP have whole seconds: what is public by then must have been so before.
    Thread.sleep(1100);
    asked = Instant.now();
    before = questions.answers(openOnes, asked);
    for (int i = 0; i < 3; i++) {
      secrets.add(deposit("canaryheadline canarybody " + i, NEVER, FULL));
    }
    depositor.must(
        "POST",
        "briefings/" + secrets.get(0) + "/editions",
        edition("de", "canaryheadline", NEVER));
    String photo = soap.depositPhotoUnderEmbargo("canarycaption canaryalternative canarycredit");
    secrets.add(photo);
    secretPhoto = field("sha256", depositor.get("briefings/" + photo + "/en").body());
    correctUnderEmbargo(openOnes.get(0));
    linkWithOneUnderEmbargo(openOnes.get(1));
    recallAndEraseUnderEmbargo(openOnes.get(2));
    for (String id : List.of(openOnes.get(0), secrets.get(0))) {
      archivist.must(
          "PUT",
          "briefings/" + id + "/en/names/" + field("id", known),
          "{\"decision\":\"confirmed\",\"text\":\"canaryheadline\"}");
    }
    awaitFollower();
    after = questions.answers(openOnes, asked);
  }

  @Test
  void every_answer_is_the_same_to_the_byte_as_before() throws Exception {
    assertThat(before).hasSizeGreaterThan(300);
    before.forEach(
        (request, answer) -> assertThat(after.get(request)).as(request).isEqualTo(answer));
  }

  @Test
  void an_embargoed_briefing_is_answered_as_one_that_does_not_exist() throws Exception {
    for (String secret : secrets) {
      String nobody = UUID.randomUUID().toString();
      for (String form : AnonymousQuestions.addresses()) {
        for (String path : List.of("/api/v1/briefings/", "/briefings/")) {
          assertThat(questions.overHttp(path + secret + form).replace(secret, nobody))
              .as(path + form)
              .isEqualTo(questions.overHttp(path + nobody + form));
        }
      }
      assertThat(questions.fetched(secret).replace(secret, nobody))
          .isEqualTo(questions.fetched(nobody));
      for (String question : AnonymousQuestions.ofEdition(secret, asked)) {
        assertThat(questions.overSoap(question).replace(secret, nobody))
            .isEqualTo(questions.overSoap(question.replace(secret, nobody)));
      }
    }
    String elsewhere = "0".repeat(64);
    assertThat(questions.overHttp("/api/v1/media/" + secretPhoto).replace(secretPhoto, elsewhere))
        .isEqualTo(questions.overHttp("/api/v1/media/" + elsewhere));
    String file = "<GetMedia><Sha256>%s</Sha256></GetMedia>";
    assertThat(questions.overSoap(file.formatted(secretPhoto)).replace(secretPhoto, elsewhere))
        .isEqualTo(questions.overSoap(file.formatted(elsewhere)));
  }

  @Test
  void no_canary_leaves_through_any_door() {
    after.forEach(
        (request, answer) -> {
          if (CANARIES.stream().noneMatch(request::contains)) {
            assertThat(answer).as(request).doesNotContainIgnoringCase("canary");
          }
        });
  }

  private String deposit(String headline, String... more) throws Exception {
    return field("briefing", depositor.must("POST", "briefings", statement(headline, more)));
  }

  private void correctUnderEmbargo(String id) throws Exception {
    String base = anybody.get("briefings/" + id + "/en").headers().firstValue("ETag").orElseThrow();
    depositor.must(
        "PUT",
        "briefings/" + id + "/en",
        edition("", "canaryheadline", "\"significance\":\"minor\"", NEVER),
        "If-Match",
        base);
  }

  // What becomes of a version that nobody has seen is as hidden as the version.
  private void recallAndEraseUnderEmbargo(String id) throws Exception {
    byte[] png = Pictures.another();
    assertThat(depositor.upload("image/png", png).statusCode()).isEqualTo(201);
    String photo = "\"role\":\"photo\",\"file\":{\"sha256\":\"" + Digest.of(png).hex() + "\"}";
    String tag = anybody.get("briefings/" + id + "/en").headers().firstValue("ETag").orElseThrow();
    for (String media : List.of("\"media\":[{" + photo + "}]", "\"media\":[]")) {
      String receipt =
          depositor.must(
              "PUT",
              "briefings/" + id + "/en",
              edition("", "canaryheadline", "\"significance\":\"minor\"", NEVER, media),
              "If-Match",
              tag);
      tag = "\"" + field("digest", receipt) + "\"";
    }
    depositor.must(
        "POST",
        "briefings/" + id + "/recalls",
        "{\"reason\":\"canaryreason\",\"sha256\":\"" + Digest.of(png).hex() + "\"}");
    RestClient.as("admin", system)
        .must(
            "POST",
            "briefings/" + id + "/erasure",
            "{\"extent\":\"everything\",\"ground\":\"canaryreason\",\"language\":\"en\",\"version\":2}");
  }

  private void linkWithOneUnderEmbargo(String id) throws Exception {
    String german = statement("canaryheadline", NEVER).replace("\"en\"", "\"de\"");
    String secret = field("briefing", depositor.must("POST", "briefings", german));
    secrets.add(secret);
    depositor.must(
        "POST",
        "briefings/" + id + "/links",
        """
        {"briefing":"%s","translations":[{"language":"en","from":"de","translator":"canarytranslator"}]}"""
            .formatted(secret));
  }

  private void awaitIndexed(String word) throws Exception {
    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    while (openOnes.stream().anyMatch(id -> !found(word).contains(id))
        && Instant.now().isBefore(end)) {
      Thread.onSpinWait();
    }
    assertThat(found(word)).contains(openOnes);
    while (importsAreToBeIndexed() && Instant.now().isBefore(end)) {
      Thread.onSpinWait();
    }
    assertThat(importsAreToBeIndexed()).as("what other tests imported").isFalse();
  }

  private boolean importsAreToBeIndexed() throws SQLException {
    try (Connection database = system.database();
        Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select exists (select from journal where lane = 'imported'
                  and position > (select max(imported_position) from follower))""")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  // The depositor finds its own embargoed texts: then the index is done with them.
  private void awaitFollower() throws Exception {
    Instant end = Instant.now().plus(Duration.ofSeconds(15));
    while (Instant.now().isBefore(end)
        && !depositor.get("search?q=canarycaption").body().contains(secrets.get(3))) {
      Thread.onSpinWait();
    }
  }

  private String found(String word) {
    try {
      return anybody.get("search?limit=100&q=" + word).body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
