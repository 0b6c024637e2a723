package communique.support;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One Elasticsearch node on the loopback interface, with the archive's analysis plugin. */
final class Elasticsearch implements Server {
  private final ServiceUser user;
  private final int port;
  private final SearchJvm jvm;
  private final Path software;
  private final Path folder;
  private final Child child;

  Elasticsearch(Places places, ServiceUser user, int port, SearchJvm jvm)
      throws IOException, CannotRun {
    this.user = user;
    this.port = port;
    this.jvm = jvm;
    this.software = softwareFor(user, places);
    this.folder = user.reachable(places.home()).resolve("elasticsearch");
    this.child = new Child("Elasticsearch", places, "-Des.path.conf=" + config() + "\0");
  }

  @Override
  public void start() throws IOException, CannotRun {
    child.stop(Duration.ofSeconds(30));
    for (String name : List.of("config", "data", "logs", "temporary")) {
      Files.createDirectories(folder.resolve(name));
    }
    configure("elasticsearch.yml", Resources.text("elasticsearch.yml"));
    configure("log4j2.properties", Resources.text("log4j2.properties"));
    configure(
        "jvm.options",
        "-Xms%1$s\n-Xmx%1$s\n%2$s\n".formatted(jvm.heap(), jvm.compiler())
            + Resources.text("elasticsearch-jvm.options"));
    user.own(folder);
    List<String> command =
        List.of(
            software.resolve("bin/elasticsearch").toString(),
            "-Ehttp.port=" + port,
            "-Etransport.port=" + Ports.free(),
            "-Epath.data=" + folder.resolve("data"),
            "-Epath.logs=" + folder.resolve("logs"));
    Map<String, String> environment =
        Map.of(
            "PATH",
            "/usr/bin:/bin",
            "LC_ALL",
            "C.UTF-8",
            "ES_JAVA_HOME",
            System.getProperty("java.home"),
            "ES_PATH_CONF",
            config().toString(),
            "ES_TMPDIR",
            folder.resolve("temporary").toString(),
            "CLI_JAVA_OPTS",
            "-Xmx48m -XX:TieredStopAtLevel=1");
    child.start(user.asServiceUser(command, "TERM"), environment, folder);
  }

  @Override
  public void awaitReady() throws IOException, CannotRun {
    URI health = uri().resolve("/_cluster/health?wait_for_status=yellow&timeout=1s");
    Waiting.until(() -> Http.answersOk(health), child, Duration.ofMinutes(2));
  }

  @Override
  public void stop() throws IOException {
    child.stop(Duration.ofSeconds(30));
  }

  @Override
  public Child child() {
    return child;
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + port);
  }

  private Path config() {
    return folder.resolve("config");
  }

  private void configure(String name, String text) throws IOException {
    Path file = config().resolve(name);
    Files.writeString(file, text);
    user.give(file);
  }

  /** The unpacked node with our plugin; a copy of it, if its user cannot reach the original. */
  private static Path softwareFor(ServiceUser user, Places places) throws IOException, CannotRun {
    Path original = places.elasticsearch();
    if (!Files.exists(original)) {
      throw new CannotRun("Elasticsearch is not unpacked in " + original + ".");
    }
    Path parts = user.reachable(places.parts());
    Path software = parts.resolve(original.getFileName());
    if (!Files.exists(software)) {
      Path fresh = Files.createTempDirectory(Files.createDirectories(parts), "elasticsearch");
      Folders.copy(original, fresh);
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.move(fresh, software);
    }
    AnalysisPlugin.installInto(software);
    return software;
  }
}
