package communique.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import communique.briefing.Digest;
import communique.doors.Matrix.Row;
import communique.doors.rest.Api;
import communique.doors.soap.MessageSigner;
import communique.support.RunningSystem;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.imageio.ImageIO;

/** The people and briefings of the matrix of rights, made as rows ask for them. */
final class Stage {
  private static final String PASSWORD = "a password for the matrix";
  private static final String LATER = "2099-01-01T00:00:00Z";

  /** A line of old holdings. */
  static final String IMPORTED =
      "{\"source\":\"matrix\",\"id\":\"1\",\"lang\":\"en\",\"title\":\"M\",\"body\":\"M\"}\n";

  private final RunningSystem system;
  private final Api api;
  private final Map<String, Depositor> depositors = new HashMap<>();
  private final Map<String, Scene> kept = new HashMap<>();
  private final Map<String, String> authorizations = new HashMap<>();
  private final Random random = new SecureRandom();

  Stage(RunningSystem system) throws IOException, InterruptedException {
    this.system = system;
    api = new Api(system);
    depositors.put("own", new Depositor(system, "xv-depositor", "XV-PRES"));
    depositors.put("other", new Depositor(system, "kr-depositor", "KR-PRES"));
    authorizations.put("anonymous", "");
    authorizations.put("depositor", api.account("xv-depositor"));
    authorizations.put("archivist", api.account("archivist"));
    authorizations.put("administrator", api.account("admin"));
    for (String role : new String[] {"reader", "accredited"}) {
      done("administrator", "PUT", "accounts/matrix-" + role, account(role));
      authorizations.put(role, Api.basic("matrix-" + role, PASSWORD));
    }
  }

  private static String account(String role) {
    return "{\"role\":\"%s\",\"password\":\"%s\"}".formatted(role, PASSWORD);
  }

  Api api() {
    return api;
  }

  /** The header by which a role logs in; empty for anonymous. */
  String authorization(String role) {
    return authorizations.getOrDefault(role, "");
  }

  /** The account of a role; for anonymous, one that there is not. */
  static String accountOf(String role) {
    return switch (role) {
      case "depositor" -> "xv-depositor";
      case "archivist" -> "archivist";
      case "administrator" -> "admin";
      default -> "matrix-" + role;
    };
  }

  /** The account that a row of tokens is about. */
  static String accountOf(Row row) {
    return row.office().equals("other") ? "kr-depositor" : accountOf(row.role());
  }

  /** The code of the office that a row is about. */
  static String officeOf(Row row) {
    return row.office().equals("other") ? "KR-PRES" : "XV-PRES";
  }

  /** A briefing in the state of a row that nobody changes. */
  synchronized Scene shared(Row row) throws IOException, InterruptedException {
    String key = row.state() + row.office();
    Scene scene = kept.get(key);
    if (scene == null) {
      scene = fresh(row);
      kept.put(key, scene);
    }
    return scene;
  }

  /** A new briefing in the state of a row. */
  Scene fresh(Row row) throws IOException, InterruptedException {
    String word = "w" + Long.toString(random.nextLong(Long.MAX_VALUE), 36);
    byte[] photo = photo();
    Depositor depositor = depositors.get(row.office());
    UUID id = UUID.randomUUID();
    if (depositor != null && row.state().equals("embargoed")) {
      id = depositor.depositWithPhotoUnderEmbargo(LATER, word, photo);
    } else if (depositor != null && !row.state().equals("absent")) {
      id = depositor.depositWithPhoto(word, photo);
    }
    if (row.state().equals("withdrawn")) {
      done(
          "administrator",
          "POST",
          "briefings/" + id + "/withdrawal",
          MatrixRequests.body("WithdrawBriefing", row, ""));
    }
    return new Scene(id, Digest.of(photo).hex(), word);
  }

  /** The identity of a token of the account that a row is about; of none where it can have none. */
  String token(Row row) throws IOException, InterruptedException {
    String account = accountOf(row);
    if (account.equals("matrix-reader") || account.equals("matrix-anonymous")) {
      return UUID.randomUUID().toString();
    }
    String request = "{\"account\":\"%s\",\"name\":\"matrix\",\"actions\":[\"read\"]}";
    String issued = done("administrator", "POST", "tokens", request.formatted(account));
    return new ObjectMapper().readTree(issued).get("id").asText();
  }

  /** What registers a certificate for the account that a row is about. */
  String certificate(Row row) throws Exception {
    String pem = MessageSigner.of(system, "matrix").pem();
    return MessageSigner.registration(accountOf(row), pem);
  }

  /** The entity tag of the newest version of a scene's edition. */
  String tag(Row row, Scene scene) throws IOException, InterruptedException {
    return row.state().equals("absent")
        ? "\"" + "0".repeat(64) + "\""
        : api.send(authorization("administrator"), "GET", "briefings/" + scene.id() + "/en", "")
            .headers()
            .firstValue("ETag")
            .orElseThrow();
  }

  /** The identity of a new authority. */
  String authority() throws IOException, InterruptedException {
    String made = done("administrator", "POST", "authorities", MatrixRequests.AUTHORITY);
    return new ObjectMapper().readTree(made).get("id").asText();
  }

  /** The entity tag of an authority. */
  String tagOfAuthority(String id) throws IOException, InterruptedException {
    return api.send("", "GET", "authorities/" + id, "").headers().firstValue("ETag").orElseThrow();
  }

  /** Decides that somebody is meant by the word of a scene. */
  void decide(String path, Scene scene) throws IOException, InterruptedException {
    done("administrator", "PUT", path, MatrixRequests.decision(scene));
  }

  /** The identity of an import of the account that a row is about. */
  String imported(Row row) throws IOException, InterruptedException {
    String account = row.office().equals("other") ? "kr-depositor" : "xv-depositor";
    HttpResponse<String> started =
        api.send(
            api.account(account), "POST", "imports?kind=release&office=" + officeOf(row), IMPORTED);
    assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
    return new ObjectMapper().readTree(started.body()).get("id").asText();
  }

  /** Has a scene corrected by its office, over REST, and gives the identity of the receipt. */
  String receipt(Row row, Scene scene) throws IOException, InterruptedException {
    if (row.state().equals("absent")) {
      return UUID.randomUUID().toString();
    }
    String account = row.office().equals("other") ? "kr-depositor" : "xv-depositor";
    HttpResponse<String> receipt =
        api.ifMatch(tag(row, scene))
            .send(
                api.account(account),
                "PUT",
                "briefings/" + scene.id() + "/en",
                MatrixRequests.body("CorrectBriefing", row, ""));
    assertThat(receipt.statusCode()).as(receipt.body()).isEqualTo(200);
    return new ObjectMapper().readTree(receipt.body()).get("id").asText();
  }

  /** What links a briefing with a new one, of the same office in another language. */
  String link(Row row) throws IOException, InterruptedException {
    String briefing = MatrixRequests.body("DepositBriefing", row, "").replace("\"en\"", "\"ko\"");
    String receipt = done("administrator", "POST", "briefings", briefing);
    return "{\"briefing\":%s}".formatted(new ObjectMapper().readTree(receipt).get("briefing"));
  }

  /** Links a scene with a new briefing. */
  void link(Row row, Scene scene) throws IOException, InterruptedException {
    done("administrator", "POST", "briefings/" + scene.id() + "/links", link(row));
  }

  private String done(String role, String method, String path, String json)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = api.send(authorization(role), method, path, json);
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return answer.body();
  }

  // Each another, since whoever sees one of two briefings with the same photo sees the photo.
  private byte[] photo() throws IOException {
    BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 64; i++) {
      image.setRGB(i % 8, i / 8, random.nextInt());
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, "png", bytes)).isTrue();
    return bytes.toByteArray();
  }

  /**
   * A briefing.
   *
   * @param photo the digest of its file
   * @param word that no other briefing has
   */
  record Scene(UUID id, String photo, String word) {}
}
