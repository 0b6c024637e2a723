package communique.doors;

import static communique.doors.rest.RestClient.edition;
import static communique.doors.rest.RestClient.field;
import static communique.doors.rest.RestClient.statement;
import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.rest.RestClient;
import communique.support.RunningSystem;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

  private final RestClient depositor;
  private final RestClient anybody;
  private final Depositor soap;

  private final List<String> openOnes = new ArrayList<>();
  private final List<String> secrets = new ArrayList<>();
  private Map<String, String> before = Map.of();
  private String secretPhoto = "";
  private Instant asked = Instant.EPOCH;

  NonInterferenceIT(RunningSystem system) throws IOException {
    this.depositor = RestClient.as("xv-depositor", system);
    this.anybody = RestClient.anonymous(system);
    this.soap = new Depositor(system);
  }

  @BeforeAll
  void replayed_before_and_after_the_embargoed_ones_came() throws Exception {
    for (int i = 0; i < 8; i++) {
      openOnes.add(deposit("Plain harbour news " + i, "\"section\":\"Harbour\""));
    }
    awaitIndexed("harbour");
    // For two seconds after a public change, feeds leave out Last-Modified.
    Thread.sleep(2500);
    asked = Instant.now();
    before = replay();
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
    awaitFollower();
  }

  @Test
  void every_answer_is_the_same_to_the_byte_as_before() throws Exception {
    assertThat(before).hasSizeGreaterThan(300);
    Map<String, String> after = replay();
    before.forEach(
        (request, answer) -> assertThat(after.get(request)).as(request).isEqualTo(answer));
  }

  @Test
  void an_embargoed_briefing_is_answered_as_one_that_does_not_exist() throws Exception {
    for (String secret : secrets) {
      String nobody = UUID.randomUUID().toString();
      for (String form : addresses()) {
        for (String path : List.of("/api/v1/briefings/", "/briefings/")) {
          assertThat(answer(path + secret + form).replace(secret, nobody))
              .as(path + form)
              .isEqualTo(answer(path + nobody + form));
        }
      }
      assertThat(soapAnswer(secret).replace(secret, nobody)).isEqualTo(soapAnswer(nobody));
      List<String> asked = ofEdition(secret);
      for (int i = 0; i < asked.size(); i++) {
        assertThat(soapAsked(asked.get(i)).replace(secret, nobody))
            .isEqualTo(soapAsked(ofEdition(nobody).get(i)));
      }
    }
    String elsewhere = "0".repeat(64);
    assertThat(answer("/api/v1/media/" + secretPhoto).replace(secretPhoto, elsewhere))
        .isEqualTo(answer("/api/v1/media/" + elsewhere));
    String file = "<GetMedia><Sha256>%s</Sha256></GetMedia>";
    assertThat(soapAsked(file.formatted(secretPhoto)).replace(secretPhoto, elsewhere))
        .isEqualTo(soapAsked(file.formatted(elsewhere)));
  }

  @Test
  void no_canary_leaves_through_any_door() throws Exception {
    replay()
        .forEach(
            (request, answer) -> {
              if (CANARIES.stream().noneMatch(request::contains)) {
                assertThat(answer).as(request).doesNotContainIgnoringCase("canary");
              }
            });
  }

  private static List<String> addresses() {
    return List.of(
        "",
        "/en",
        "/de",
        "/en/versions",
        "/en/versions/1",
        "/en/versions/2",
        "/en?format=text",
        "/en/timemap",
        "/compare?from=en/1&to=de/1");
  }

  private Map<String, String> replay() throws IOException, InterruptedException {
    Map<String, String> answers = new LinkedHashMap<>();
    for (String path : paths()) {
      answers.put(path, answer(path));
    }
    for (String open : openOnes) {
      answers.put("soap " + open, soapAnswer(open));
    }
    for (String message : messages()) {
      answers.put("soap " + message, soapAsked(message));
    }
    return answers;
  }

  /** What can be asked for over SOAP, but for single briefings. */
  private List<String> messages() {
    List<String> messages = new ArrayList<>();
    for (String word : Stream.concat(CANARIES.stream(), Stream.of("harbour", "news")).toList()) {
      messages.add("<SearchBriefings><Query>" + word + "</Query></SearchBriefings>");
      messages.add("<ListBriefings><Section>" + word + "</Section></ListBriefings>");
      messages.add("<ListBriefings><Mention>" + word + "</Mention></ListBriefings>");
    }
    messages.add("<ListBriefings><HasMedia>true</HasMedia></ListBriefings>");
    messages.add("<ListBriefings><Subject>medtop:20000999</Subject></ListBriefings>");
    messages.add("<ListChanges><Limit>1000</Limit></ListChanges>");
    for (int limit = 1; limit <= 12; limit++) {
      messages.add("<ListBriefings><Limit>" + limit + "</Limit></ListBriefings>");
    }
    openOnes.forEach(open -> messages.addAll(ofEdition(open)));
    return messages;
  }

  private List<String> ofEdition(String id) {
    String edition = "<BriefingId>" + id + "</BriefingId><Language>en</Language>";
    return List.of(
        "<ListVersions>" + edition + "</ListVersions>",
        "<GetVersion>" + edition + "<Version>1</Version></GetVersion>",
        "<GetVersion>" + edition + "<Version>2</Version></GetVersion>",
        "<GetOriginal>" + edition + "<Version>1</Version></GetOriginal>",
        "<GetBriefingAsOf>" + edition + "<At>" + asked + "</At></GetBriefingAsOf>",
        "<GetBriefingAsOf><BriefingId>"
            + id
            + "</BriefingId><At>"
            + asked
            + "</At></GetBriefingAsOf>");
  }

  private List<String> paths() {
    List<String> paths = new ArrayList<>();
    for (String word : Stream.concat(CANARIES.stream(), Stream.of("harbour", "news")).toList()) {
      for (String form :
          List.of(
              "/api/v1/search?q=%s",
              "/api/v1/search?q=%s&language=en",
              "/api/v1/search?q=%s&office=XV-PRES",
              "/search?q=%s",
              "/search?q=%s&language=de",
              "/api/v1/briefings?section=%s",
              "/api/v1/briefings?mention=%s",
              "/feeds/atom?section=%s",
              "/feeds/json?section=%s")) {
        paths.add(form.formatted(word));
      }
    }
    for (String form :
        List.of(
            "/",
            "/api/v1/offices",
            "/openapi",
            "/sitemap.xml",
            "/api/v1/changes?limit=1000",
            "/feeds/atom",
            "/feeds/rss",
            "/feeds/json",
            "/robots.txt",
            "/api/v1/schemas/version.schema.json",
            "/api/v1/briefings?subject=medtop:20000999",
            "/api/v1/briefings?media=true",
            "/feeds/atom?language=en",
            "/feeds/atom?office=XV-PRES",
            "/feeds/rss?language=de")) {
      paths.add(form);
    }
    for (String parameter :
        List.of("", "office=XV-PRES", "office=KR-PRES", "language=en", "kind=statement")) {
      for (int limit = 1; limit <= 12; limit++) {
        paths.add("/api/v1/briefings?limit=" + limit + "&" + parameter);
      }
    }
    for (String open : openOnes) {
      for (String form : addresses()) {
        paths.add("/api/v1/briefings/" + open + form);
        paths.add("/briefings/" + open + form);
      }
    }
    return paths;
  }

  // All that a client sees but the time of day.
  private String answer(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = anybody.get(path);
    Map<String, List<String>> headers = new java.util.TreeMap<>(answer.headers().map());
    headers.keySet().removeIf(name -> name.equalsIgnoreCase("date"));
    return answer.statusCode() + "\n" + headers + "\n" + answer.body();
  }

  // The number under which the log has a fault is another each time.
  private String soapAnswer(String id) throws IOException, InterruptedException {
    return soap.fetch(id).replaceAll("(?<=ReferenceNumber>)[0-9A-F]{12}", "");
  }

  private String soapAsked(String message) throws IOException, InterruptedException {
    return soap.ask(message).replaceAll("(?<=ReferenceNumber>)[0-9A-F]{12}", "");
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
    Instant end = Instant.now().plus(Duration.ofSeconds(15));
    while (openOnes.stream().anyMatch(id -> !found(word).contains(id))
        && Instant.now().isBefore(end)) {
      Thread.onSpinWait();
    }
    assertThat(found(word)).contains(openOnes);
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
