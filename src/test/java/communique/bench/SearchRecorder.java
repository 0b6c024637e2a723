package communique.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands between an archive and its Elasticsearch and keeps what is searched, to the byte, so that
 * the same can be asked without the archive.
 */
final class SearchRecorder implements AutoCloseable {
  private static final List<String> ASKED = List.of("Content-Type", "Accept");
  private static final List<String> ANSWERED = List.of("Content-Type", "X-Elastic-Product");

  private final URI server;
  private final HttpServer entrance;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<HttpRequest> searches = new CopyOnWriteArrayList<>();

  SearchRecorder(URI server) throws IOException {
    this.server = server;
    this.entrance =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    entrance.createContext("/", this::pass);
    entrance.setExecutor(threads);
    entrance.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + entrance.getAddress().getPort());
  }

  /** What was searched since the last call. */
  List<HttpRequest> taken() {
    List<HttpRequest> taken = List.copyOf(searches);
    searches.removeAll(taken);
    return taken;
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      String path = exchange.getRequestURI().toString();
      byte[] body = exchange.getRequestBody().readAllBytes();
      HttpRequest.Builder same =
          HttpRequest.newBuilder(server.resolve(path))
              .version(HttpClient.Version.HTTP_1_1)
              .method(
                  method,
                  body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
      for (String name : ASKED) {
        Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
            .ifPresent(value -> same.header(name, value));
      }
      HttpRequest request = same.build();
      if (path.contains("/_search") || path.contains("/_msearch")) {
        searches.add(request);
      }
      answer(exchange, client.send(request, BodyHandlers.ofByteArray()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer)
      throws IOException {
    for (String name : ANSWERED) {
      answer
          .headers()
          .firstValue(name)
          .ifPresent(value -> exchange.getResponseHeaders().set(name, value));
    }
    int length = answer.body().length;
    exchange.sendResponseHeaders(answer.statusCode(), length == 0 ? -1 : length);
    exchange.getResponseBody().write(answer.body());
  }

  @Override
  public void close() {
    entrance.stop(0);
    threads.shutdownNow();
  }
}
