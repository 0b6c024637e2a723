package communique.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The servers of one running archive, put together from an environment: a PostgreSQL or an
 * Elasticsearch that the environment names is used, and one that it does not name is started.
 */
final class Servers {
  private static final String DATABASE = "COMMUNIQUE_DATABASE_URL";
  private static final String SEARCH = "COMMUNIQUE_SEARCH_URL";
  private static final Set<String> SHARED =
      Set.of(
          DATABASE,
          "COMMUNIQUE_DATABASE_USER",
          "COMMUNIQUE_DATABASE_PASSWORD",
          SEARCH,
          "COMMUNIQUE_MEDIA_FOLDER",
          "COMMUNIQUE_SETUP_FILE",
          "COMMUNIQUE_CLIENT_CERTIFICATES",
          "COMMUNIQUE_CLIENT_TRUST_FILE",
          "COMMUNIQUE_CLIENT_TRUST_PASSWORD",
          "COMMUNIQUE_DIGEST_KEY",
          "COMMUNIQUE_SIGNING_KEYSTORE_FILE",
          "COMMUNIQUE_SIGNING_KEYSTORE_PASSWORD");

  private final Map<String, String> settings = new HashMap<>();
  private final Certificate certificate;
  private final ClientAuthority clients;
  private final Logins logins;
  private final Path home;
  private final Path media;
  private final @Nullable Postgres postgres;
  private final @Nullable Elasticsearch elasticsearch;
  private final Liberty liberty;

  /**
   * Prepares everything and starts nothing.
   *
   * @param environment what of {@code COMMUNIQUE_…} was given
   * @param jvm how that of Elasticsearch is started
   */
  Servers(Places places, Map<String, String> environment, SearchJvm jvm)
      throws IOException, CannotRun {
    ServiceUser user = new ServiceUser();
    home = Files.createDirectories(places.home());
    Secrets secrets = Secrets.of(home);
    certificate = Certificate.of(home, secrets.keyStore());
    logins = Logins.of(home);
    settings.put("COMMUNIQUE_SETUP_FILE", logins.setupFile().toString());
    settings.put("COMMUNIQUE_MEDIA_FOLDER", home.resolve("media").toString());
    settings.put("COMMUNIQUE_KEYSTORE_FILE", certificate.keyStore().toString());
    settings.put("COMMUNIQUE_KEYSTORE_PASSWORD", secrets.keyStore());
    settings.put("COMMUNIQUE_DIGEST_KEY", secrets.digestKey());
    clients = ClientAuthority.of(home, secrets.keyStore());
    settings.put("COMMUNIQUE_CLIENT_CERTIFICATES", "true");
    settings.put("COMMUNIQUE_CLIENT_TRUST_FILE", clients.trusted().toString());
    settings.put("COMMUNIQUE_CLIENT_TRUST_PASSWORD", clients.password());
    settings.put("COMMUNIQUE_SIGNING_KEYSTORE_FILE", signingKey(secrets.keyStore()).toString());
    settings.put("COMMUNIQUE_SIGNING_KEYSTORE_PASSWORD", secrets.keyStore());
    settings.putAll(environment);
    postgres =
        environment.containsKey(DATABASE)
            ? null
            : new Postgres(
                places,
                user,
                secrets,
                Ports.chosen(environment, "COMMUNIQUE_DATABASE_PORT"),
                PostgresInstallation.ofMaven(user.reachable(places.parts())));
    elasticsearch =
        environment.containsKey(SEARCH)
            ? null
            : new Elasticsearch(
                places, user, Ports.chosen(environment, "COMMUNIQUE_SEARCH_PORT"), jvm);
    if (postgres != null) {
      settings.put(DATABASE, postgres.jdbcUrl());
      settings.put("COMMUNIQUE_DATABASE_USER", postgres.userName());
      settings.put("COMMUNIQUE_DATABASE_PASSWORD", secrets.database());
    }
    if (elasticsearch != null) {
      settings.put(SEARCH, elasticsearch.uri().toString());
    }
    media = mediaFolder(Path.of(settings.get("COMMUNIQUE_MEDIA_FOLDER")));
    liberty = new Liberty(places, user, settings);
  }

  // RSA, since some old clients know no other signatures.
  private Path signingKey(String password) throws IOException, CannotRun {
    Path store = home.resolve("signing.p12");
    if (!Files.exists(store)) {
      new Keytool(store, password)
          .makeKey("-alias archive -keyalg RSA -keysize 3072 -dname CN=archive");
    }
    return store;
  }

  // What is under embargo is not for others on this machine either.
  private static Path mediaFolder(Path folder) throws IOException {
    return Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  /** Stops what an earlier run left over in this home, and forgets its data. */
  static void discardData(Places places) throws IOException, CannotRun {
    if (!Files.exists(places.home())) {
      return;
    }
    new Servers(places, Map.of(), SearchJvm.BRIEF).stop();
    Folders.delete(new ServiceUser().reachable(places.home()));
    Folders.delete(places.home());
  }

  /** Starts all, at the same time as far as they allow it, and waits until all answer. */
  void start() throws IOException, CannotRun {
    // A server left over from a killed run would work on while its database is replaced.
    liberty.stop();
    if (elasticsearch != null) {
      elasticsearch.start();
    }
    if (postgres != null) {
      postgres.start();
      postgres.awaitReady();
    }
    liberty.start();
    if (elasticsearch != null) {
      elasticsearch.awaitReady();
    }
    liberty.awaitReady();
    if (elasticsearch != null) {
      liberty.awaitSearch();
    }
  }

  /** Stops all, each before what it needs. */
  void stop() throws IOException {
    for (Server server : inOrderOfStopping()) {
      server.stop();
    }
  }

  /** What another node must be given to be one of this archive: all but its own addresses. */
  Map<String, String> shared() {
    return settings.entrySet().stream()
        .filter(setting -> SHARED.contains(setting.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The name of a server that ended by itself, if one did. */
  Optional<Child> ended() throws IOException {
    for (Server server : inOrderOfStopping()) {
      if (!server.child().alive()) {
        return Optional.of(server.child());
      }
    }
    return Optional.empty();
  }

  Liberty liberty() {
    return liberty;
  }

  /**
   * Our own PostgreSQL.
   *
   * @throws IllegalStateException when the environment names another one
   */
  Postgres postgres() {
    if (postgres == null) {
      throw new IllegalStateException("this PostgreSQL is not ours");
    }
    return postgres;
  }

  /**
   * Our own Elasticsearch.
   *
   * @throws IllegalStateException when the environment names another one
   */
  Elasticsearch elasticsearch() {
    if (elasticsearch == null) {
      throw new IllegalStateException("this Elasticsearch is not ours");
    }
    return elasticsearch;
  }

  Certificate certificate() {
    return certificate;
  }

  ClientAuthority clients() {
    return clients;
  }

  Logins logins() {
    return logins;
  }

  Path home() {
    return home;
  }

  Path media() {
    return media;
  }

  private List<Server> inOrderOfStopping() {
    List<Server> servers = new ArrayList<>();
    servers.add(liberty);
    if (elasticsearch != null) {
      servers.add(elasticsearch);
    }
    if (postgres != null) {
      servers.add(postgres);
    }
    return Collections.unmodifiableList(servers);
  }
}
