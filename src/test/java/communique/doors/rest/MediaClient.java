package communique.doors.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import communique.support.RunningSystem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.SSLSocket;

/** Hands files over and asks for them, over REST. */
final class MediaClient {
  private static final String MESSAGE =
      """
      <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>
      <DepositBriefing xmlns="urn:communique:archive:1">
        <Office>XV-PRES</Office><Kind>photoRelease</Kind>
        <Edition><Language>en</Language>%s<Content>
          <Body><Block><Type>paragraph</Type><Text><Span><Text>A picture.</Text></Span></Text></Block></Body>
          <Media><Placement><Role>photo</Role>
          <File><ContentType>image/png</ContentType><Content>%s</Content></File></Placement></Media>
        </Content></Edition>
      </DepositBriefing></soap:Body></soap:Envelope>
      """;

  private final RunningSystem system;

  MediaClient(RunningSystem system) {
    this.system = system;
  }

  HttpResponse<String> upload(String account, String type, byte[] file) throws Exception {
    return send(
        account, request("media", BodyPublishers.ofByteArray(file)).header("Content-Type", type));
  }

  /** A request to hand something over; nothing is said of who asks. */
  HttpRequest.Builder request(String path, BodyPublisher body) {
    return HttpRequest.newBuilder(secure(path)).timeout(Duration.ofSeconds(60)).POST(body);
  }

  HttpResponse<String> send(String account, HttpRequest.Builder request) throws Exception {
    return system
        .client()
        .send(
            request.header("Authorization", authorization(account)).build(),
            BodyHandlers.ofString());
  }

  HttpResponse<byte[]> get(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(system.httpUri().resolve("api/v1/" + path)).build();
    return system.client().send(request, BodyHandlers.ofByteArray());
  }

  HttpResponse<String> getAs(String account, String path) throws Exception {
    return send(account, HttpRequest.newBuilder(secure(path)));
  }

  HttpResponse<byte[]> awaitRendition(String sha256, String name) throws Exception {
    HttpResponse<byte[]> answer = get("media/" + sha256 + "/" + name);
    for (int i = 0; answer.statusCode() == 404 && i < 300; i++) {
      Thread.sleep(100);
      answer = get("media/" + sha256 + "/" + name);
    }
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer;
  }

  void awaitRendition(String account, String sha256, String name) throws Exception {
    int status = 404;
    for (int i = 0; status == 404 && i < 300; i++) {
      Thread.sleep(100);
      status = getAs(account, "media/" + sha256 + "/" + name).statusCode();
    }
    assertThat(status).isEqualTo(200);
  }

  /** Hands over a version with a PNG; {@code embargo} is an element or nothing. */
  void deposit(byte[] png, String embargo) throws Exception {
    String message = MESSAGE.formatted(embargo, Base64.getEncoder().encodeToString(png));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(system.httpsUri().resolve("soap/deposit"))
            .header("Content-Type", "text/xml; charset=UTF-8")
            .POST(BodyPublishers.ofString(message));
    HttpResponse<String> answer = send("xv-depositor", request);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  /** Places a file in some version that everybody sees, as no door does yet. */
  void place(String sha256) throws Exception {
    try (Connection database = system.database();
        PreparedStatement insert =
            database.prepareStatement(
                """
                insert into placement (briefing, language, number, position, sha256)
                select briefing, language, number, 99, ? from version
                where embargo is null limit 1""")) {
      insert.setString(1, sha256);
      assertThat(insert.executeUpdate()).isEqualTo(1);
    }
  }

  String authorization(String account) throws IOException {
    String credentials = account + ":" + system.password(account);
    return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
  }

  /** A connection on which anything can be said. */
  SSLSocket socket() throws IOException {
    URI uri = system.httpsUri();
    SSLSocket socket =
        (SSLSocket)
            system
                .client()
                .sslContext()
                .getSocketFactory()
                .createSocket(uri.getHost(), uri.getPort());
    socket.setSoTimeout(10_000);
    return socket;
  }

  private URI secure(String path) {
    return system.httpsUri().resolve("api/v1/" + path);
  }
}
