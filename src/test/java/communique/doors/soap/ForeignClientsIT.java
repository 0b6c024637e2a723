package communique.doors.soap;

import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.rest.Api;
import communique.doors.rest.RestClient;
import communique.support.RunningSystem;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The example clients, each run as its users would: it makes its code from the contract that the
 * running archive gives, and tells what it did. Needs the tools that .ci/run installs; a client
 * whose tool is missing fails.
 */
@Tag("foreign-clients")
@ExtendWith(RunningSystem.Shared.class)
final class ForeignClientsIT {
  private static final Path EXAMPLES = Path.of("schemas/examples/clients");
  private static final Path PHOTO = Path.of("src/samples/01-phone-call/call.jpg");

  /** What every client has handed over in the end, as far as it is said by the client. */
  private static final String KEPT =
      """
      {
        "office": "XV-PRES", "kind": "readOut", "eventDate": "2026-03-16",
        "language": "de", "version": 2, "significance": "minor", "reason": "Dauer ergänzt",
        "section": "Außenpolitik", "issued": {"date": "2026-03-17"},
        "bylines": [{"name": "Tomas Reuter", "role": "Von",
          "email": "t.reuter@president.valdoria.example"}],
        "contact": {"email": "press@president.valdoria.example"},
        "body": [{"type": "paragraph", "text": [{"text": "Präsidentin Elena Varga telefonierte \
      am 16. März mit zwei Präsidenten. Beide Gespräche dauerten eine Stunde."}]}]
      }
      """;

  /** What every client has handed over that shows another way of logging in. */
  private static final String SHORT =
      """
      {
        "office": "XV-PRES", "kind": "statement", "language": "en", "version": 1,
        "headline": "The harbour is open",
        "body": [{"type": "paragraph", "text": [{"text": "To all."}]}]
      }
      """;

  private final RunningSystem system;

  ForeignClientsIT(RunningSystem system) {
    this.system = system;
  }

  static Stream<String> clients() {
    return Stream.of(
        "axis1",
        "axis2",
        "curl",
        "gsoap",
        "metro",
        "mono",
        "node-soap",
        "php",
        "saaj",
        "soap-lite",
        "zeep");
  }

  static Stream<Path> logIns() {
    return Stream.of(
            "curl/run-digest",
            "node-soap/run-digest",
            "php/run-digest",
            "zeep/run-digest",
            "node-soap/run-signed",
            "saaj/run-signed",
            "zeep/run-signed")
        .map(Path::of);
  }

  @Test
  void every_example_is_run() throws IOException {
    Stream<Path> run = Stream.concat(clients().map(client -> Path.of(client, "run")), logIns());
    try (Stream<Path> all = Files.walk(EXAMPLES, 2)) {
      List<Path> there =
          all.filter(each -> ("" + each.getFileName()).startsWith("run"))
              .map(EXAMPLES::relativize)
              .toList();
      assertThat(there).containsExactlyInAnyOrderElementsOf(run.toList());
    }
  }

  @ParameterizedTest(name = "{0} logs in by the message alone")
  @MethodSource("logIns")
  void a_client_logs_in_by_its_message(Path script, @TempDir Path folder, @TempDir Path keys)
      throws Exception {
    String client = "" + script.getParent();
    String program = "" + script.getFileName();
    Map<String, String> told =
        run(client, folder, List.of("./" + program), credentials(program, keys));
    assertThat(told).containsOnlyKeys("briefing");
    RestClient anybody = RestClient.anonymous(system);
    JsonObject version = json(anybody.must("GET", "briefings/" + told.get("briefing") + "/en", ""));
    assertThat(version).containsAllEntriesOf(json(SHORT));
  }

  // Not the password, so that nothing else can have let the client in.
  private Map<String, String> credentials(String program, Path keys) throws Exception {
    return program.endsWith("digest")
        ? Map.of("COMMUNIQUE_USER", SoapClient.DEPOSITOR, "COMMUNIQUE_SECRET", secret())
        : keys(keys);
  }

  private String secret() throws Exception {
    Api api = new Api(system);
    String account = "{\"account\":\"" + SoapClient.DEPOSITOR + "\"}";
    HttpResponse<String> answer = api.send(api.account("admin"), "POST", "digest-secrets", account);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return json(answer.body()).getString("secret");
  }

  private Map<String, String> keys(Path folder) throws Exception {
    MessageSigner signer = MessageSigner.of(system, "foreign", SoapClient.DEPOSITOR);
    return Map.of(
        "COMMUNIQUE_KEY", "" + Files.writeString(folder.resolve("client.key"), signer.keyPem()),
        "COMMUNIQUE_CERTIFICATE",
            "" + Files.writeString(folder.resolve("client.pem"), signer.pem()));
  }

  @ParameterizedTest(name = "{0} hands over, corrects, finds and fetches, and is told its mistake")
  @MethodSource("clients")
  void a_client_does_all_that_an_office_needs(String name, @TempDir Path folder) throws Exception {
    Map<String, String> told =
        run(
            name,
            folder,
            List.of("./run", PHOTO.toAbsolutePath().toString()),
            Map.of(
                "COMMUNIQUE_USER",
                SoapClient.DEPOSITOR,
                "COMMUNIQUE_PASSWORD",
                system.password(SoapClient.DEPOSITOR)));
    String photo = sha256(PHOTO);
    assertThat(told)
        .containsOnlyKeys("briefing", "version", "found", "media", "refused")
        .containsEntry("version", "2")
        .containsEntry("found", told.get("briefing"))
        .containsEntry("media", photo)
        .hasEntrySatisfying(
            "refused",
            why -> assertThat(why).startsWith("BAD_FORMAT Edition.Content.Bylines[0].Email: must"));
    assertKept("" + told.get("briefing"), photo);
  }

  // Nothing was added on the way: no other day, no midnight, no empty headline.
  private void assertKept(String briefing, String photo) throws Exception {
    RestClient anybody = RestClient.anonymous(system);
    JsonObject version = json(anybody.must("GET", "briefings/" + briefing + "/de", ""));
    assertThat(version).containsAllEntriesOf(json(KEPT));
    assertThat(version.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(
                    json(KEPT).keySet(),
                    Set.of("briefing", "reference", "acceptedAt", "media", "keywords"))
                .flatMap(Set::stream)
                .toList());
    JsonObject placement = version.getJsonArray("media").getJsonObject(0);
    assertThat(placement.getString("caption")).startsWith("Präsidentin Elena Varga am Telefon");
    assertThat(placement.getString("credit")).isEqualTo("Präsidentschaft von Valdorien");
    assertThat(placement.getJsonObject("file").getString("sha256")).isEqualTo(photo);
  }

  private Map<String, String> run(
      String name, Path folder, List<String> command, Map<String, String> credentials)
      throws Exception {
    copy(EXAMPLES.resolve(name), folder);
    Path told = folder.resolve("told.log");
    Path errors = folder.resolve("errors.log");
    ProcessBuilder client =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(told.toFile())
            .redirectError(errors.toFile());
    client.environment().putAll(environment());
    client.environment().putAll(credentials);
    Process process = client.start();
    boolean ended = process.waitFor(8, TimeUnit.MINUTES);
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    String all = Files.readString(told) + Files.readString(errors);
    assertThat(ended).as(all).isTrue();
    assertThat(process.exitValue()).as(all).isZero();
    return facts(Files.readString(told));
  }

  private Map<String, String> environment() {
    return Map.of(
        "COMMUNIQUE_URL", system.httpsUri().toString().replaceFirst("/$", ""),
        "COMMUNIQUE_CA", system.home().resolve("localhost.pem").toString(),
        // Far from UTC, so that a day that is taken for an instant becomes another.
        "TZ", "Asia/Seoul");
  }

  // So that nothing gets into the examples.
  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.list(from)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  /** What a client tells: lines of a word and what belongs to it. */
  private static Map<String, String> facts(String told) {
    Map<String, String> facts = new HashMap<>();
    for (String line : told.lines().toList()) {
      int space = line.indexOf(' ');
      facts.put(line.substring(0, Math.max(space, 0)), line.substring(space + 1));
    }
    return facts;
  }

  private static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  private static String sha256(Path file) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(digest);
  }
}
