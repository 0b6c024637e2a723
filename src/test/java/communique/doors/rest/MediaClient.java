package communique.doors.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import communique.support.RunningSystem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.SSLSocket;

/** Hands files over and asks for them, over REST. */
final class MediaClient {
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
