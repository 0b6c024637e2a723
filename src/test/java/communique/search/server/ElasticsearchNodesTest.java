package communique.search.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.transport.TransportOptions;
import co.elastic.clients.transport.http.TransportHttpClient.Request;
import co.elastic.clients.transport.http.TransportHttpClient.Response;
import co.elastic.clients.util.BinaryData;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.hc.core5.http.message.BasicHeader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ElasticsearchNodesTest {
  private final List<HttpServer> servers = new ArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    end.countDown();
    servers.forEach(server -> server.stop(0));
    threads.shutdownNow();
  }

  @Test
  void a_node_is_asked_what_it_is_to_be_asked() throws Exception {
    List<String> heads = new CopyOnWriteArrayList<>();
    URI node =
        serve(
            exchange -> {
              heads.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
              heads.add(exchange.getRequestHeaders().getFirst("Authorization"));
              heads.add(exchange.getRequestHeaders().getFirst("Content-Type"));
              heads.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
              answer(exchange, 200, "found");
            });
    try (ElasticsearchNodes nodes =
        new ElasticsearchNodes(
            List.of(node), List.of(new BasicHeader("Authorization", "ApiKey x")), Runnable::run)) {
      Request request =
          new Request(
              "POST",
              "/a%2Fb,c-*/_search",
              Map.of("preference", "ü&="),
              Map.of("Content-Type", "application/json"),
              List.of(
                  ByteBuffer.wrap("{\"a\"".getBytes(UTF_8)),
                  ByteBuffer.wrap(":1}".getBytes(UTF_8))));
      Response response = nodes.performRequest("search", null, request, usual());

      assertThat(heads)
          .containsExactly(
              "POST /a%2Fb,c-*/_search?preference=%C3%BC%26%3D",
              "ApiKey x", "application/json", "{\"a\":1}");
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.header("x-ELASTIC-product")).isEqualTo("Elasticsearch");
      assertThat(body(response)).isEqualTo("found");
    }
  }

  @Test
  void a_path_before_the_node_s_own_stays() throws Exception {
    URI node = serve(exchange -> answer(exchange, 200, exchange.getRequestURI().getPath()));
    try (ElasticsearchNodes nodes = nodes(node.resolve("/behind/a/proxy/"))) {
      assertThat(body(ask(nodes))).isEqualTo("/behind/a/proxy/_search");
    }
  }

  @Test
  void the_next_node_is_asked_when_one_cannot_be_reached_and_stays() throws Exception {
    URI alive = named("alive");
    try (ElasticsearchNodes nodes = nodes(nobody(), alive, nobody())) {
      for (int i = 0; i < 5; i++) {
        assertThat(body(ask(nodes))).isEqualTo("alive");
      }
    }
    assertThat(asked).hasSize(5);
  }

  @Test
  void the_next_node_is_asked_when_one_cannot_serve() throws Exception {
    for (int status : List.of(502, 503, 504)) {
      URI red = serve(exchange -> answer(exchange, status, "red"));
      try (ElasticsearchNodes nodes = nodes(red, named("alive"))) {
        assertThat(body(ask(nodes))).isEqualTo("alive");
        assertThat(body(ask(nodes))).isEqualTo("alive");
      }
    }
  }

  @Test
  void what_all_nodes_answer_is_the_answer_whatever_it_is() throws Exception {
    URI red = serve(exchange -> answer(exchange, 503, "red"));
    try (ElasticsearchNodes nodes = nodes(red, red)) {
      assertThat(ask(nodes).statusCode()).isEqualTo(503);
    }
    URI wrong = serve(exchange -> answer(exchange, 400, "wrong"));
    try (ElasticsearchNodes nodes = nodes(wrong)) {
      assertThat(ask(nodes).statusCode()).isEqualTo(400);
      assertThat(body(ask(nodes))).isEqualTo("wrong");
    }
  }

  @Test
  void who_waited_in_vain_does_not_wait_for_another_node_but_those_who_come_ask_that()
      throws Exception {
    try (ElasticsearchNodes nodes = nodes(slow("one"), slow("other"))) {
      TransportOptions brief = new Patience(Duration.ofMillis(200));
      for (int i = 1; i <= 2; i++) {
        assertThatThrownBy(() -> nodes.performRequest("search", null, search(), brief))
            .isInstanceOf(SocketTimeoutException.class);
        assertThat(asked).hasSize(i);
      }
      assertThat(asked).containsExactlyInAnyOrder("one", "other");
    }
  }

  private URI slow(String name) {
    return serve(
        exchange -> {
          asked.add(name);
          await();
          answer(exchange, 200, name);
        });
  }

  @Test
  void when_no_node_can_be_reached_nobody_waits() throws Exception {
    try (ElasticsearchNodes nodes = nodes(nobody(), nobody())) {
      assertThatThrownBy(() -> ask(nodes)).isInstanceOf(ConnectException.class);
      assertThatThrownBy(() -> nodes.performRequestAsync("bulk", null, search(), usual()).join())
          .isInstanceOf(CompletionException.class)
          .hasCauseInstanceOf(ConnectException.class);
    }
  }

  @Test
  void a_connection_that_the_node_closed_meanwhile_is_opened_anew() throws Exception {
    try (ServerSocket node = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread serving = new Thread(() -> answerOnceEach(node));
      serving.start();
      URI uri = URI.create("http://localhost:" + node.getLocalPort());
      try (ElasticsearchNodes nodes = nodes(uri)) {
        for (int i = 0; i < 20; i++) {
          assertThat(body(ask(nodes))).isEqualTo("ok");
        }
      }
    }
  }

  @Test
  void many_ask_at_once() throws Exception {
    try (ElasticsearchNodes nodes = nodes(named("alive"))) {
      List<String> answers =
          IntStream.range(0, 200)
              .mapToObj(i -> nodes.performRequestAsync("bulk", null, search(), usual()))
              .toList()
              .stream()
              .map(answer -> body(answer.join()))
              .toList();
      assertThat(answers).hasSize(200).containsOnly("alive");
    }
  }

  // Promises to keep each connection, and closes it after one answer.
  private static void answerOnceEach(ServerSocket node) {
    while (!node.isClosed()) {
      try (Socket connection = node.accept()) {
        readRequest(connection.getInputStream());
        connection
            .getOutputStream()
            .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(UTF_8));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void readRequest(InputStream in) throws IOException {
    StringBuilder read = new StringBuilder();
    while (!read.toString().endsWith("{}")) {
      int next = in.read();
      if (next < 0) {
        return;
      }
      read.append((char) next);
    }
  }

  private void await() throws IOException {
    try {
      end.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private URI named(String name) {
    return serve(
        exchange -> {
          asked.add(name);
          answer(exchange, 200, name);
        });
  }

  private URI serve(HttpHandler handler) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", handler);
      server.setExecutor(threads);
      server.start();
      servers.add(server);
      return URI.create("http://localhost:" + server.getAddress().getPort());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static URI nobody() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return URI.create("http://localhost:" + socket.getLocalPort());
    }
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    exchange.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
    byte[] body = text.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private ElasticsearchNodes nodes(URI... addresses) {
    return new ElasticsearchNodes(List.of(addresses), List.of(), threads);
  }

  private static Response ask(ElasticsearchNodes nodes) throws IOException {
    return nodes.performRequest("search", null, search(), usual());
  }

  private static Request search() {
    return new Request(
        "POST",
        "/_search",
        Map.of(),
        Map.of("Content-Type", "application/json"),
        List.of(ByteBuffer.wrap("{}".getBytes(UTF_8))));
  }

  private static TransportOptions usual() {
    return new Patience(Duration.ofSeconds(10));
  }

  private static String body(Response response) {
    try {
      BinaryData body = response.body();
      return body == null ? "" : new String(body.asInputStream().readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
