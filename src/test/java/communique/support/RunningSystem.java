package communique.support;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The real archive on real servers, on free ports and with data of its own, started once for all
 * integration tests of a run. A test class asks for it so:
 *
 * <pre>
 * &#64;ExtendWith(RunningSystem.Shared.class)
 * final class SomethingIT {
 *   SomethingIT(RunningSystem system) { … }
 * }
 * </pre>
 *
 * A test that stops a server starts it again before it ends.
 */
public final class RunningSystem implements AutoCloseable {
  /** Believes proxies on this machine, and has more threads than connections to the database. */
  private static final Map<String, String> OF_SECOND_NODE =
      Map.of(
          "COMMUNIQUE_PROXIES", "127\\.0\\.0\\.1|0:0:0:0:0:0:0:1|::1",
          "COMMUNIQUE_THREADS", "32",
          "COMMUNIQUE_DATABASE_CONNECTIONS", "8");

  private final Servers servers;
  private final HttpClient client;
  private @Nullable RunningSystem secondNode;
  private @Nullable SearchProxy searchProxy;

  private RunningSystem(Servers servers, HttpClient client) {
    this.servers = servers;
    this.client = client;
  }

  /**
   * One more system with a home of its own, until it is closed, on the servers that the environment
   * names.
   *
   * @param name of its home, beside that of the shared one
   * @param named such as {@code COMMUNIQUE_DATABASE_URL}
   */
  public static RunningSystem using(String name, Map<String, String> named)
      throws IOException, CannotRun, GeneralSecurityException {
    return start(Places.fromSystemProperties().withHome(name), named, SearchJvm.BRIEF);
  }

  /**
   * One more system on servers of its own, which run as those of an archive that goes on: to be
   * measured.
   *
   * @param name of its home, beside that of the shared one
   */
  public static RunningSystem measured(String name)
      throws IOException, CannotRun, GeneralSecurityException {
    return start(Places.fromSystemProperties().withHome(name), Map.of(), SearchJvm.LASTING);
  }

  /**
   * The other node of this archive: another Open Liberty on the same database, search index and
   * media. Its accounts are those of this system. It believes proxies on this machine, and works on
   * more requests at once than it has connections to the database: 32 and 8. It asks Elasticsearch
   * by way of the {@linkplain #searchProxy() proxy}.
   *
   * <p>It is started for the first that asks, and stays until the end of the run: for tests {@link
   * OnTwoNodes} only.
   */
  public synchronized RunningSystem secondNode()
      throws IOException, CannotRun, GeneralSecurityException {
    if (secondNode == null) {
      Map<String, String> all = new HashMap<>(servers.shared());
      all.putAll(OF_SECOND_NODE);
      searchProxy = new SearchProxy(searchUri());
      all.put("COMMUNIQUE_SEARCH_URL", searchProxy.uri().toString());
      secondNode = using("second-node", all);
    }
    return secondNode;
  }

  /** What stands between the second node, which must have been asked for, and Elasticsearch. */
  public synchronized SearchProxy searchProxy() {
    return Objects.requireNonNull(searchProxy, "the second node was not asked for");
  }

  private static RunningSystem start(Places places, Map<String, String> named, SearchJvm jvm)
      throws IOException, CannotRun, GeneralSecurityException {
    Map<String, String> environment = new HashMap<>(named);
    environment.put("COMMUNIQUE_HTTP_PORT", Integer.toString(Ports.free()));
    environment.put("COMMUNIQUE_HTTPS_PORT", Integer.toString(Ports.free()));
    Servers.discardData(places);
    Servers servers = new Servers(places, environment, jvm);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(servers), "stopping"));
    servers.start();
    return new RunningSystem(servers, client(servers.certificate().trusting()));
  }

  private static HttpClient client(SSLContext tls) {
    return HttpClient.newBuilder().sslContext(tls).connectTimeout(Duration.ofSeconds(10)).build();
  }

  /** {@code http://localhost:<port>/}. */
  public URI httpUri() {
    return servers.liberty().httpUri();
  }

  /** {@code https://localhost:<port>/}, with a certificate that {@link #client} trusts. */
  public URI httpsUri() {
    return servers.liberty().httpsUri();
  }

  /** {@code http://127.0.0.1:<port>}. */
  public URI searchUri() {
    return servers.elasticsearch().uri();
  }

  /** Speaks HTTP and HTTPS with this system; follows no redirects. */
  public HttpClient client() {
    return client;
  }

  /**
   * The key store of a client, made once for each name; its key and certificate have the alias
   * {@code client}, and an authority that this system's HTTPS knows has signed them.
   */
  public synchronized KeyStore clientKeys(String name)
      throws IOException, CannotRun, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(servers.clients().client(name))) {
      keys.load(in, clientPassword().toCharArray());
    }
    return keys;
  }

  /** The password of clients' key stores and keys. */
  public String clientPassword() {
    return servers.clients().password();
  }

  /** As {@link #client}, and shows a certificate when it is asked for one. */
  public HttpClient client(KeyStore keys) throws IOException, GeneralSecurityException {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, clientPassword().toCharArray());
    return client(servers.certificate().trusting(managers.getKeyManagers()));
  }

  /**
   * The password of an account of this system.
   *
   * @param account a name in setup.json, such as {@code xv-depositor}
   * @throws IllegalArgumentException when there is no such account
   */
  public String password(String account) throws IOException {
    return servers.logins().password(account);
  }

  /** A new connection to the archive's database, as the archive's own role; for asserting only. */
  public Connection database() throws SQLException {
    return servers.postgres().dataSource().getConnection();
  }

  /** How programs of PostgreSQL such as pgbench find the archive's database, as its own role. */
  public Map<String, String> databaseEnvironment() {
    return servers.postgres().environment();
  }

  public ProcessHandle libertyProcess() throws IOException {
    return servers.liberty().child().find().orElseThrow();
  }

  public ProcessHandle postgresProcess() throws IOException {
    return servers.postgres().child().find().orElseThrow();
  }

  /** Where its data, logs and log-ins are. */
  public Path home() {
    return servers.home();
  }

  public Path mediaFolder() {
    return servers.media();
  }

  /** Where Open Liberty puts its temporary files. */
  public Path temporaryFolder() {
    return servers.liberty().temporary();
  }

  public void stopElasticsearch() throws IOException {
    servers.elasticsearch().stop();
  }

  public void startElasticsearch() throws IOException, CannotRun {
    servers.elasticsearch().start();
    servers.elasticsearch().awaitReady();
  }

  /** What another node must be given to be one of this archive. */
  public Map<String, String> shared() {
    return servers.shared();
  }

  /** Closes all connections at once, as an administrator's restart does. */
  public void stopPostgres() throws IOException {
    servers.postgres().stop();
  }

  public void startPostgres() throws IOException, CannotRun {
    servers.postgres().start();
    servers.postgres().awaitReady();
  }

  /** Ends Open Liberty in the middle of what it does (kill -9). */
  public void killLiberty() throws IOException {
    servers.liberty().child().kill();
  }

  public void startLiberty() throws IOException, CannotRun {
    servers.liberty().start();
    servers.liberty().awaitReady();
  }

  @Override
  public void close() throws IOException {
    servers.stop();
  }

  private static void stop(Servers servers) {
    try {
      servers.stop();
    } catch (IOException e) {
      System.err.println("Not all could be stopped: " + e);
    }
  }

  /** Gives test classes the one running system of this run, and starts it for the first. */
  public static final class Shared implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == RunningSystem.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(Namespace.create(RunningSystem.class))
          .computeIfAbsent(RunningSystem.class, type -> startOnce(), RunningSystem.class);
    }

    private static RunningSystem startOnce() {
      try {
        return start(Places.fromSystemProperties(), Map.of(), SearchJvm.BRIEF);
      } catch (IOException | CannotRun | GeneralSecurityException e) {
        throw new IllegalStateException(e.getMessage(), e);
      }
    }
  }
}
