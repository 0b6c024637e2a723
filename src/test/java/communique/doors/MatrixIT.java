package communique.doors;

import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.Matrix.Operation;
import communique.doors.Matrix.Row;
import communique.doors.Stage.Scene;
import communique.doors.rest.Api;
import communique.support.RunningSystem;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every row of the matrix of rights, through every door that has its operation. That every
 * operation has rows is MatrixTest's to see; rows of operations that no contract has yet are left
 * out. Rows don't touch each other's briefings, so some run at the same time.
 */
@ExtendWith(RunningSystem.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MatrixIT {
  private static final Set<String> READS =
      Set.of(
          "GetBriefing",
          "GetBriefingAsOf",
          "GetEdition",
          "GetVersion",
          "GetOriginal",
          "GetBestEdition",
          "CompareVersions",
          "ListNames",
          "FindSimilar",
          "ListVersions",
          "GetTimeMap",
          "GetMedia",
          "GetRendition");

  /** Whose briefing is changed before they are asked for, also where they are refused. */
  private static final Set<String> PREPARED =
      Set.of("GetReceipt", "UnlinkBriefing", "TakeBackDecision");

  private static final Set<String> LISTS = Set.of("ListBriefings", "SearchBriefings");
  private static final Pattern REASON = Pattern.compile("<Reason>(\\w+)</Reason>");
  private static final Map<String, String> STATUS =
      Map.of(
          "NOT_AUTHENTICATED", "401",
          "NOT_ALLOWED", "403",
          "NOT_FOUND", "404",
          "WITHDRAWN", "410");

  private final RunningSystem system;
  private final Map<String, Operation> rest;
  private final Map<String, String> soap;
  private final Stage stage;

  MatrixIT(RunningSystem system) throws Exception {
    this.system = system;
    this.rest = Matrix.ofRest();
    this.soap = Matrix.ofSoap();
    this.stage = new Stage(system);
  }

  Stream<Row> rowsOfRest() throws IOException {
    return Matrix.rows().stream()
        .filter(row -> rest.containsKey(row.operation()) && canBe(row))
        // An answer without an end: ChangesIT asks for it.
        .filter(row -> !row.operation().equals("FollowChanges"));
  }

  Stream<Row> rowsOfSoap() throws IOException {
    return Matrix.rows().stream().filter(row -> soap.containsKey(row.operation()) && canBe(row));
  }

  private boolean canBe(Row row) {
    return !row.state().equals("withdrawn") || rest.containsKey("WithdrawBriefing");
  }

  @ParameterizedTest(name = "{0}")
  @Execution(ExecutionMode.CONCURRENT)
  @MethodSource("rowsOfRest")
  void over_rest(Row row) throws Exception {
    if (LISTS.contains(row.operation())) {
      assertThat(listed(row, this::callRest)).isEqualTo(row.answer());
      return;
    }
    Scene scene = scene(row);
    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    // Smaller pictures are made in the background; whoever sees everything tells when they are.
    while (row.operation().equals("GetRendition")
        && !row.state().equals("absent")
        && callRest(row, scene, "administrator").statusCode() == 404
        && Instant.now().isBefore(end)) {
      Thread.sleep(100);
    }
    HttpResponse<String> answer = answered(row, scene, this::callRest, end);
    String status = answer.statusCode() < 400 ? "allowed" : Integer.toString(answer.statusCode());
    assertThat(status).as(answer.body()).isEqualTo(row.answer());
  }

  @ParameterizedTest(name = "{0}")
  @Execution(ExecutionMode.CONCURRENT)
  @MethodSource("rowsOfSoap")
  void over_soap(Row row) throws Exception {
    if (LISTS.contains(row.operation())) {
      assertThat(listed(row, this::callSoap)).isEqualTo(row.answer());
      return;
    }
    Scene scene = scene(row);
    HttpResponse<String> answer = callSoap(row, scene, row.role());
    Matcher reason = REASON.matcher(answer.body());
    String said =
        answer.statusCode() == 200
            ? "allowed"
            : reason.find() ? STATUS.getOrDefault(reason.group(1), reason.group(1)) : "none";
    assertThat(said).as(answer.body()).isEqualTo(row.answer());
  }

  // Only what changes a briefing needs one of its own. What is refused must change none: if it did,
  // the rows that share it would say so.
  private Scene scene(Row row) throws IOException, InterruptedException {
    Operation operation = rest.get(row.operation());
    boolean ofBriefing = operation == null || operation.path().contains("/briefings/{id}");
    boolean changes =
        ofBriefing && row.answer().equals("allowed") && !READS.contains(row.operation());
    return changes || PREPARED.contains(row.operation()) ? stage.fresh(row) : stage.shared(row);
  }

  private HttpResponse<String> callSoap(Row row, Scene scene, String role) throws Exception {
    String receipt = row.operation().equals("GetReceipt") ? stage.receipt(row, scene) : "";
    HttpRequest.Builder request =
        HttpRequest.newBuilder(system.httpsUri().resolve("soap/" + soap.get(row.operation())))
            .header("Content-Type", "text/xml; charset=UTF-8")
            .timeout(Duration.ofSeconds(30))
            .POST(BodyPublishers.ofString(MatrixRequests.message(row, scene, receipt)));
    if (!role.equals("anonymous")) {
      request.header("Authorization", stage.authorization(role));
    }
    return system.client().send(request.build(), BodyHandlers.ofString());
  }

  private String listed(Row row, Door door) throws Exception {
    Scene scene = row.operation().equals("ListBriefings") ? stage.fresh(row) : stage.shared(row);
    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    // Whether it is left out can be told only when whoever sees everything finds it.
    while (!door.call(row, scene, "administrator").body().contains(scene.id().toString())) {
      assertThat(Instant.now()).as("patience").isBefore(end);
      Thread.sleep(100);
    }
    HttpResponse<String> answer = answered(row, scene, door, end);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body().contains(scene.id().toString()) ? "allowed" : "hidden";
  }

  // Among so many at once, some that search are told to try again later.
  private static HttpResponse<String> answered(Row row, Scene scene, Door door, Instant end)
      throws Exception {
    HttpResponse<String> answer = door.call(row, scene, row.role());
    while (answer.statusCode() == 503 && Instant.now().isBefore(end)) {
      Thread.sleep(1000);
      answer = door.call(row, scene, row.role());
    }
    return answer;
  }

  private HttpResponse<String> callRest(Row row, Scene scene, String role) throws Exception {
    Operation operation = Objects.requireNonNull(rest.get(row.operation()));
    String token = operation.path().startsWith("/tokens/") ? stage.token(row) : "";
    String id =
        operation.path().startsWith("/imports/")
            ? stage.imported(row)
            : operation.path().startsWith("/authorities/")
                ? stage.authority()
                : token.isEmpty() ? scene.id().toString() : token;
    String path =
        operation
            .path()
            .substring(1)
            .replace("{id}", id)
            .replace("{language}", "en")
            .replace("{rendition}", "thumbnail")
            .replace("{number}", "1")
            .replace("{fingerprint}", "0".repeat(64))
            .replace(
                "{authority}", operation.path().contains("{authority}") ? stage.authority() : "")
            .replace(
                "{receipt}", row.operation().equals("GetReceipt") ? stage.receipt(row, scene) : "")
            .replace("{sha256}", scene.photo())
            .replace(
                "{name}", row.operation().equals("GetSchema") ? "list.schema.json" : "matrix-x");
    String query =
        switch (row.operation()) {
          case "StartImport" -> "?kind=release&office=XV-PRES";
          case "CompareVersions" -> "?from=en&to=en";
          case "SearchBriefings" -> "?q=" + scene.word();
          case "SuggestQueries" -> "?q=matrix";
          case "ListBriefings" -> "?limit=100&office=" + Stage.officeOf(row);
          case "ListTokens" -> "?account=" + Stage.accountOf(row);
          default -> "";
        };
    if (row.operation().equals("UnlinkBriefing") && !row.state().equals("absent")) {
      stage.link(row, scene);
    }
    if (row.operation().equals("TakeBackDecision") && !row.state().equals("absent")) {
      stage.decide(path, scene);
    }
    String body = operation.hasBody() ? body(row, scene) : "";
    String method = operation.method().toUpperCase(Locale.ROOT);
    Api api =
        switch (row.operation()) {
          case "CorrectBriefing" -> stage.api().ifMatch(stage.tag(row, scene));
          case "CorrectAuthority",
              "MergeAuthorities",
              "RetireAuthority",
              "ReinstateAuthority",
              "EraseAuthority" ->
              stage.api().ifMatch(stage.tagOfAuthority(id));
          default -> stage.api();
        };
    return api.send(stage.authorization(role), method, path + query, body);
  }

  private String body(Row row, Scene scene) throws Exception {
    if (row.operation().equals("RegisterCertificate")) {
      return stage.certificate(row);
    }
    return switch (row.operation()) {
      case "LinkBriefings" -> stage.link(row);
      case "MergeAuthorities" -> "{\"other\":\"%s\"}".formatted(stage.authority());
      case "DecideMention" -> MatrixRequests.decision(scene);
      default -> MatrixRequests.body(row.operation(), row, scene.photo());
    };
  }

  /** A way to the archive. */
  @FunctionalInterface
  private interface Door {
    HttpResponse<String> call(Row row, Scene scene, String role) throws Exception;
  }
}
