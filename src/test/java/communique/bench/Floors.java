package communique.bench;

import communique.support.RunningSystem;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What this machine gives without the archive: nginx with static files, and the archive's own
 * PostgreSQL by pgbench.
 */
record Floors(RunningSystem system, Path folder, Wrk wrk, String text) {
  private static final int FILES = 1000;
  private static final int ROWS = 20_000;
  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
  private static final Pattern LATENCY = Pattern.compile("latency average = ([0-9.]+)");

  /** Static files of the size of a briefing, over plain HTTP; absent without nginx. */
  @Nullable Rate files() throws IOException, InterruptedException {
    Optional<Path> nginx = Machine.program("nginx", "/usr/sbin");
    if (nginx.isEmpty()) {
      return null;
    }
    int port = freePort();
    Path root = Files.createDirectories(folder.resolve("static"));
    for (int i = 0; i < FILES; i++) {
      Files.writeString(root.resolve(i + ".json"), text);
    }
    Path configuration = Files.writeString(folder.resolve("nginx.conf"), configuration(port, root));
    Process server =
        new ProcessBuilder(
                nginx.get().toString(),
                "-e",
                "stderr",
                "-p",
                folder + "/",
                "-c",
                "" + configuration)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("nginx.log").toFile())
            .start();
    try {
      TimeUnit.SECONDS.sleep(1);
      List<String> paths = IntStream.range(0, FILES).mapToObj(i -> "/" + i + ".json").toList();
      return wrk.best(
          new Wrk.Load(URI.create("http://127.0.0.1:" + port), 16, Wrk.reading(paths)), 3);
    } finally {
      server.destroy();
      server.waitFor(10, TimeUnit.SECONDS);
    }
  }

  /** A row by its key, 16 clients; absent without pgbench. */
  @Nullable Rate select() throws IOException, InterruptedException, SQLException {
    return pgbench(
        "select",
        16,
        "\\set id random(1, " + ROWS + ")\nselect content from floor where id = :id;");
  }

  /** A row of the size of a briefing, each on the disk before the next, 8 clients. */
  @Nullable Rate insert() throws IOException, InterruptedException, SQLException {
    return pgbench("insert", 8, "insert into floor (content) values ('" + plain() + "');");
  }

  private @Nullable Rate pgbench(String name, int clients, String sql)
      throws IOException, InterruptedException, SQLException {
    Optional<Path> program = pgbench();
    if (program.isEmpty()) {
      return null;
    }
    Path script = Files.writeString(folder.resolve(name + ".sql"), sql);
    try (Connection database = system.database();
        Statement statement = database.createStatement()) {
      statement.execute(
          "create table floor (id bigint generated always as identity primary key, content text)");
      fill(database);
      Rate best = run(program.get(), script, clients);
      for (int i = 0; i < 2; i++) {
        best = Rate.faster(best, run(program.get(), script, clients));
      }
      statement.execute("drop table floor");
      return best;
    }
  }

  private void fill(Connection database) throws SQLException {
    try (PreparedStatement rows =
        database.prepareStatement(
            "insert into floor (content) select ? from generate_series(1, " + ROWS + ")")) {
      rows.setString(1, plain());
      rows.execute();
    }
    try (Statement statement = database.createStatement()) {
      statement.execute("vacuum analyze floor");
    }
  }

  private Rate run(Path program, Path script, int clients)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            program.toString(),
            "--no-vacuum",
            "--protocol=prepared",
            "--client=" + clients,
            "--jobs=2",
            "--time=3",
            "--file=" + script);
    builder.environment().putAll(system.databaseEnvironment());
    Machine.Used before = wrk.machine().used();
    String printed = Machine.run(builder);
    String busy = wrk.machine().used().since(before).over(3);
    Matcher rate = RATE.matcher(printed);
    Matcher latency = LATENCY.matcher(printed);
    if (!rate.find() || !latency.find()) {
      throw new IOException("pgbench told no figure: " + printed);
    }
    return new Rate(Double.parseDouble(rate.group(1)), Double.parseDouble(latency.group(1)), busy);
  }

  private static Optional<Path> pgbench() throws IOException {
    Path debian = Path.of("/usr/lib/postgresql");
    if (!Files.isDirectory(debian)) {
      return Machine.program("pgbench");
    }
    try (Stream<Path> versions = Files.list(debian)) {
      return Machine.program(
          "pgbench", versions.map(version -> version + "/bin").toArray(String[]::new));
    }
  }

  // A colon would begin a variable of pgbench.
  private String plain() {
    return text.replace("'", "").replace(":", "");
  }

  private String configuration(int port, Path root) {
    String user = System.getProperty("user.name").equals("root") ? "user root;\n" : "";
    return String.format(
        Locale.ROOT,
        """
        %1$sworker_processes 2;
        daemon off;
        pid %2$s/nginx.pid;
        events { worker_connections 256; }
        http {
          access_log off;
          sendfile on;
          keepalive_requests 100000000;
          client_body_temp_path %2$s/nginx;
          proxy_temp_path %2$s/nginx;
          fastcgi_temp_path %2$s/nginx;
          uwsgi_temp_path %2$s/nginx;
          scgi_temp_path %2$s/nginx;
          default_type application/json;
          server { listen 127.0.0.1:%3$d; root %4$s; }
        }
        """,
        user,
        folder,
        port,
        root);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
