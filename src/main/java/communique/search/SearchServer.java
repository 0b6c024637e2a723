package communique.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.SimpleJsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.apache.http.Header;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpHost;
import org.apache.http.message.BasicHeader;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.elasticsearch.client.RestClient;
import org.jspecify.annotations.Nullable;

/** The connection to Elasticsearch 8.19 or 9. It need not be there when the archive starts. */
@ApplicationScoped
class SearchServer {
  private static final int CONNECT_MILLIS = 2_000;
  private static final int ANSWER_MILLIS = 10_000;

  /** At once; further requests wait for one, but not long. */
  private static final int CONNECTIONS = 64;

  /** One address or several, separated by commas. */
  @Inject
  @ConfigProperty(name = "COMMUNIQUE_SEARCH_URL", defaultValue = "http://localhost:9200")
  private String url;

  @Inject
  @ConfigProperty(name = "COMMUNIQUE_SEARCH_API_KEY")
  private Optional<String> apiKey;

  @Inject
  @ConfigProperty(name = "COMMUNIQUE_SEARCH_USER")
  private Optional<String> user;

  @Inject
  @ConfigProperty(name = "COMMUNIQUE_SEARCH_PASSWORD")
  private Optional<String> password;

  private @Nullable ElasticsearchClient client;

  @PostConstruct
  void connect() {
    Header[] headers =
        authorization()
            .map(value -> new Header[] {new BasicHeader(HttpHeaders.AUTHORIZATION, value)})
            .orElse(new Header[0]);
    RestClient connection =
        RestClient.builder(
                Arrays.stream(url.split(",", -1))
                    .map(String::strip)
                    .map(HttpHost::create)
                    .toArray(HttpHost[]::new))
            .setDefaultHeaders(headers)
            .setHttpClientConfigCallback(
                http -> http.setMaxConnPerRoute(CONNECTIONS).setMaxConnTotal(CONNECTIONS))
            .setRequestConfigCallback(
                request ->
                    request
                        .setConnectTimeout(CONNECT_MILLIS)
                        .setConnectionRequestTimeout(CONNECT_MILLIS)
                        .setSocketTimeout(ANSWER_MILLIS))
            .build();
    client = new ElasticsearchClient(new RestClientTransport(connection, new SimpleJsonpMapper()));
  }

  /** The client, which may be used by several threads at once. */
  ElasticsearchClient client() {
    if (client == null) {
      throw new IllegalStateException("the archive has stopped");
    }
    return client;
  }

  @PreDestroy
  void disconnect() {
    try {
      client().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<String> authorization() {
    if (apiKey.isPresent()) {
      return apiKey.map(key -> "ApiKey " + key);
    }
    return user.map(
        name -> {
          String pair = name + ":" + password.orElse("");
          return "Basic "
              + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        });
  }
}
