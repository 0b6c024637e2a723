package communique.support;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Open Liberty with the archive's WAR. */
final class Liberty implements Server {
  private final Places places;
  private final ServiceUser user;
  private final Map<String, String> settings;
  private final Child child;

  /**
   * @param settings the whole configuration of the archive, as environment variables
   */
  Liberty(Places places, ServiceUser user, Map<String, String> settings) {
    this.places = places;
    this.user = user;
    this.settings = settings;
    this.child = new Child("Open Liberty", places, mark());
  }

  @Override
  public void start() throws IOException, CannotRun {
    child.stop(Duration.ofSeconds(40));
    if (!Files.exists(places.liberty())) {
      throw new CannotRun("Open Liberty is not unpacked in " + places.liberty() + ".");
    }
    install();
    Folders.delete(temporary());
    Files.createDirectories(temporary());
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("PATH", "/usr/bin:/bin");
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("WLP_USER_DIR", userFolder().toString());
    environment.put("JVM_ARGS", mark() + " -Djava.io.tmpdir=" + temporary());
    List<String> command =
        List.of(places.liberty().resolve("bin/server").toString(), "run", "communique");
    child.start(user.asCaller(command, "TERM"), environment, serverFolder());
  }

  @Override
  public void awaitReady() throws IOException, CannotRun {
    URI ready = httpUri().resolve("/health/ready");
    Waiting.until(() -> Http.answersOk(ready), child, Duration.ofMinutes(3));
  }

  /**
   * Waits a while for searches to be answered: on its first start the archive makes the indices
   * itself. Where many briefings are indexed anew it takes longer, and all else works meanwhile.
   */
  void awaitSearch() throws IOException, CannotRun {
    URI search = httpUri().resolve("/api/v1/search?q=a");
    Waiting.awhile(() -> Http.answersOk(search), Duration.ofSeconds(20));
  }

  @Override
  public void stop() throws IOException {
    child.stop(Duration.ofSeconds(40));
  }

  @Override
  public Child child() {
    return child;
  }

  URI httpUri() {
    return URI.create("http://localhost:" + settings.get("COMMUNIQUE_HTTP_PORT") + "/");
  }

  URI httpsUri() {
    return URI.create("https://localhost:" + settings.get("COMMUNIQUE_HTTPS_PORT") + "/");
  }

  /** What it holds for a moment only; what a killed one left there goes with the next start. */
  Path temporary() {
    return places.home().resolve("temporary");
  }

  private String mark() {
    return "-Dcommunique.home=" + places.home();
  }

  private Path userFolder() {
    return places.home().resolve("liberty");
  }

  private Path serverFolder() {
    return userFolder().resolve("servers").resolve("communique");
  }

  /** A copy of the WAR: a build that runs meanwhile must not change what is served. */
  private void install() throws IOException, CannotRun {
    Path server = serverFolder();
    Path application = server.resolve("apps").resolve("communique.war");
    Folders.delete(application);
    Files.createDirectories(application.getParent());
    Folders.copy(places.war(), application);
    Folders.copy(places.project().resolve("liberty"), server);
    Path driver = Files.createDirectories(server.resolve("lib")).resolve("postgresql.jar");
    Files.copy(
        Resources.sourceOf(org.postgresql.Driver.class),
        driver,
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.COPY_ATTRIBUTES);
  }
}
