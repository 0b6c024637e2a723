package communique.support;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * PostgreSQL on the loopback interface, passwords demanded (SCRAM), every commit on the disk before
 * it is acknowledged.
 */
final class Postgres implements Server {
  private static final String NAME = "communique";
  private static final Map<String, String> ENVIRONMENT =
      Map.of("PATH", "/usr/bin:/bin", "LC_ALL", "C.UTF-8");

  private final Places places;
  private final ServiceUser user;
  private final Secrets secrets;
  private final int port;
  private final PostgresInstallation installation;
  private final Path folder;
  private final Path data;
  private final Child child;

  Postgres(
      Places places, ServiceUser user, Secrets secrets, int port, PostgresInstallation installation)
      throws IOException, CannotRun {
    this.places = places;
    this.user = user;
    this.secrets = secrets;
    this.port = port;
    this.installation = installation;
    this.folder = user.reachable(places.home()).resolve("postgres");
    this.data = folder.resolve("data");
    this.child = new Child("PostgreSQL", places, "-D\0" + data + "\0");
  }

  @Override
  public void start() throws IOException, CannotRun {
    child.stop(Duration.ofSeconds(30));
    user.own(folder);
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      initialise();
    }
    // No process of ours runs here now, so what names one is left over from a crash; its number may
    // by now be somebody else's, which would keep PostgreSQL from starting.
    Files.deleteIfExists(data.resolve("postmaster.pid"));
    List<String> command =
        List.of(
            installation.program("postgres"),
            "-D",
            data.toString(),
            "-p",
            Integer.toString(port),
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "unix_socket_directories=",
            "-c",
            "fsync=on",
            "-c",
            "synchronous_commit=on",
            "-c",
            "full_page_writes=on");
    child.start(user.asServiceUser(command, "INT"), ENVIRONMENT, data);
  }

  @Override
  public void awaitReady() throws IOException, CannotRun {
    Waiting.until(this::answers, child, Duration.ofSeconds(60));
    try (Connection connection = as("postgres", secrets.postgres(), "postgres").getConnection()) {
      makeDatabase(connection);
    } catch (SQLException e) {
      throw new CannotRun(
          "PostgreSQL refuses its own administrator: secrets.properties and the data in "
              + places.home()
              + " do not belong together.",
          e);
    }
  }

  @Override
  public void stop() throws IOException {
    if (child.alive() && Files.exists(data.resolve("postmaster.pid"))) {
      // "fast": connections are closed. The signal of Child.stop would wait for them to leave.
      tool("pg_ctl", "stop", "-m", "fast", "-w", "-t", "30", "-D", data.toString());
    }
    child.stop(Duration.ofSeconds(10));
  }

  @Override
  public Child child() {
    return child;
  }

  /** Strings may stand for jsonb, uuid and the like: JPA knows no such types. */
  String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME + "?stringtype=unspecified";
  }

  String userName() {
    return NAME;
  }

  /** What libpq takes its defaults from. */
  Map<String, String> environment() {
    return Map.of(
        "PGHOST",
        "127.0.0.1",
        "PGPORT",
        Integer.toString(port),
        "PGDATABASE",
        NAME,
        "PGUSER",
        NAME,
        "PGPASSWORD",
        secrets.database());
  }

  /** The archive's database, as the archive's own role. */
  DataSource dataSource() {
    return as(NAME, secrets.database(), NAME);
  }

  private void initialise() throws IOException, CannotRun {
    Path password = folder.resolve("password");
    Folders.writePrivately(password, secrets.postgres());
    user.give(password);
    // Half a data folder may be left from a first run that was killed.
    Folders.delete(data);
    List<String> options =
        new ArrayList<>(
            List.of(
                "--auth=scram-sha-256",
                "--username=postgres",
                "--pwfile=" + password,
                "--encoding=UTF8",
                "--pgdata=" + data));
    options.addAll(installation.locale());
    int result = tool("initdb", options.toArray(String[]::new));
    Files.delete(password);
    if (result != 0) {
      throw new CannotRun("PostgreSQL could not make its data folder; see " + child.log());
    }
  }

  private int tool(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(installation.program(program));
    command.addAll(List.of(arguments));
    Files.createDirectories(child.log().getParent());
    ProcessBuilder builder =
        new ProcessBuilder(user.asServiceUser(command, "TERM"))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(child.log().toFile()));
    builder.environment().clear();
    builder.environment().putAll(ENVIRONMENT);
    return builder.start().onExit().join().exitValue();
  }

  private boolean answers() {
    try (Connection connection = as("postgres", secrets.postgres(), "postgres").getConnection()) {
      return connection.isValid(5);
    } catch (SQLException e) {
      // A wrong password is an answer too; what it means is said by awaitReady.
      return "28P01".equals(e.getSQLState());
    }
  }

  private void makeDatabase(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (none(statement, "SELECT 1 FROM pg_roles WHERE rolname = 'communique'")) {
        statement.execute("CREATE ROLE communique LOGIN PASSWORD '" + secrets.database() + "'");
      }
      if (none(statement, "SELECT 1 FROM pg_database WHERE datname = 'communique'")) {
        statement.execute("CREATE DATABASE communique OWNER communique");
      }
    }
  }

  private static boolean none(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return !rows.next();
    }
  }

  private DataSource as(String role, String password, String database) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(database);
    source.setUser(role);
    source.setPassword(password);
    source.setConnectTimeout(5);
    return source;
  }
}
