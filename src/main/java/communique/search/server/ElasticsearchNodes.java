package communique.search.server;

import co.elastic.clients.transport.TransportOptions;
import co.elastic.clients.transport.http.TransportHttpClient;
import co.elastic.clients.util.BinaryData;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.io.entity.EntityTemplate;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.net.URIBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of Elasticsearch, asked over HTTP by the thread that wants the answer. To hand a
 * question to another thread and its answer back, as clients do that serve many with few threads,
 * takes half a millisecond of a search.
 *
 * <p>One node is asked until it cannot be reached, breaks off, is too slow or tells that it cannot
 * serve at present; then the next. What was written twice because of that is the same as once: a
 * document has a version, and what is done to an index is looked after until it is as it should be.
 */
public final class ElasticsearchNodes implements TransportHttpClient, Closeable {
  private static final Timeout CONNECT = Timeout.ofSeconds(2);

  /** At once; further requests wait for one, but not long. */
  private static final int CONNECTIONS = 64;

  /** The archive asks for pages, and in lots; more than this was not asked for. */
  private static final int MOST_BYTES = 100_000_000;

  /** What a node answers, or who stands before it, that another may do better. */
  private static final List<Integer> CANNOT_SERVE = List.of(502, 503, 504);

  private final List<Node> nodes;
  private final AtomicInteger serving;
  private final CloseableHttpClient http;
  private final Executor executor;

  /**
   * @param addresses of the nodes, at least one, such as {@code https://search.example:9200}
   * @param headers of each request
   * @param executor of what is asked for later
   */
  public ElasticsearchNodes(
      List<URI> addresses, List<? extends Header> headers, Executor executor) {
    this.nodes = addresses.stream().map(Node::new).toList();
    // The nodes of an archive do not all ask the same one.
    this.serving = new AtomicInteger(ThreadLocalRandom.current().nextInt(nodes.size()));
    this.executor = executor;
    this.http =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setTlsSocketStrategy(DefaultClientTlsStrategy.createSystemDefault())
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom().setConnectTimeout(CONNECT).build())
                    .setMaxConnPerRoute(CONNECTIONS)
                    .setMaxConnTotal(CONNECTIONS)
                    .build())
            .setDefaultHeaders(headers)
            .setRetryStrategy(new OnceMore())
            .disableAuthCaching()
            .disableContentCompression()
            .disableCookieManagement()
            .disableRedirectHandling()
            .build();
  }

  /** A connection that was kept may have been closed by the other side just when it is used. */
  private static final class OnceMore extends DefaultHttpRequestRetryStrategy {
    OnceMore() {
      super(1, TimeValue.ZERO_MILLISECONDS);
    }

    @Override
    protected boolean handleAsIdempotent(HttpRequest request) {
      return true;
    }

    @Override
    public boolean retryRequest(HttpResponse response, int count, HttpContext context) {
      return false;
    }
  }

  @Override
  public Response performRequest(
      String endpointId, @Nullable Node node, Request request, TransportOptions options)
      throws IOException {
    int first = serving.get();
    IOException before = null;
    for (int i = 0; ; i++) {
      int asked = (first + i) % nodes.size();
      boolean isLast = i == nodes.size() - 1;
      try {
        Answer answer = ask(nodes.get(asked), request, options);
        if (isLast || !CANNOT_SERVE.contains(answer.statusCode())) {
          serving.compareAndSet(first, asked);
          return answer;
        }
      } catch (IOException e) {
        serving.compareAndSet(first, (asked + 1) % nodes.size());
        if (before != null) {
          e.addSuppressed(before);
        }
        if (isLast || isSpent(e)) {
          throw e;
        }
        before = e;
      }
    }
  }

  // Who waited for an answer in vain does not wait for another; who could not connect has not yet.
  private static boolean isSpent(IOException failure) {
    return failure.getClass() == SocketTimeoutException.class
        || failure instanceof ConnectionRequestTimeoutException;
  }

  private Answer ask(Node node, Request request, TransportOptions options) throws IOException {
    HttpUriRequestBase asked =
        new HttpUriRequestBase(request.method(), address(node, request, options));
    asked.setConfig(
        RequestConfig.custom()
            .setConnectionRequestTimeout(CONNECT)
            .setResponseTimeout(Timeout.of(Patience.in(options).answer()))
            .build());
    request.headers().forEach(asked::setHeader);
    options.headers().forEach(header -> asked.setHeader(header.getKey(), header.getValue()));
    Iterable<ByteBuffer> body = request.body();
    if (body != null) {
      // Its type is among the headers.
      asked.setEntity(new EntityTemplate(size(body), null, null, out -> write(body, out)));
    }
    return http.execute(asked, response -> answer(node, response));
  }

  private static URI address(Node node, Request request, TransportOptions options) {
    String path = node.uri().getRawPath();
    String prefix = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    try {
      URIBuilder address = new URIBuilder(node.uri().resolve(prefix + request.path()));
      request.queryParams().forEach(address::addParameter);
      options.queryParameters().forEach(address::addParameter);
      return address.build();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static long size(Iterable<ByteBuffer> parts) {
    long size = 0;
    for (ByteBuffer part : parts) {
      size += part.remaining();
    }
    return size;
  }

  // Perhaps more than once.
  private static void write(Iterable<ByteBuffer> parts, OutputStream out) throws IOException {
    WritableByteChannel channel = Channels.newChannel(out);
    for (ByteBuffer part : parts) {
      channel.write(part.duplicate());
    }
  }

  private static Answer answer(Node node, ClassicHttpResponse response) throws IOException {
    HttpEntity entity = response.getEntity();
    byte[] body = entity == null ? null : entity.getContent().readNBytes(MOST_BYTES + 1);
    if (body != null && body.length > MOST_BYTES) {
      throw new IOException(node + " answers with more than " + MOST_BYTES + " bytes");
    }
    return new Answer(node, response, body);
  }

  @Override
  public CompletableFuture<Response> performRequestAsync(
      String endpointId, @Nullable Node node, Request request, TransportOptions options) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return performRequest(endpointId, node, request, options);
          } catch (IOException e) {
            throw new CompletionException(e);
          }
        },
        executor);
  }

  @Override
  public void close() throws IOException {
    http.close();
  }

  /** What a node answered, read to its end. */
  private static final class Answer implements Response {
    private final Node node;
    private final HttpResponse head;
    private final byte @Nullable [] content;

    Answer(Node node, HttpResponse head, byte @Nullable [] content) {
      this.node = node;
      this.head = head;
      this.content = content;
    }

    @Override
    public Node node() {
      return node;
    }

    @Override
    public int statusCode() {
      return head.getCode();
    }

    @Override
    public @Nullable String header(String name) {
      Header header = head.getFirstHeader(name);
      return header == null ? null : header.getValue();
    }

    @Override
    public List<String> headers(String name) {
      return Arrays.stream(head.getHeaders(name)).map(Header::getValue).toList();
    }

    @Override
    public @Nullable BinaryData body() {
      return content == null ? null : BinaryData.of(content, header("Content-Type"));
    }

    @Override
    public Object originalResponse() {
      return head;
    }

    @Override
    public void close() {
      // All of it was read.
    }
  }
}
