package communique.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** The PostgreSQL of Debian with an empty database, as an office that has one would name it. */
public final class DebianPostgres implements AutoCloseable {
  private final Postgres server;
  private final Secrets secrets;

  private DebianPostgres(Postgres server, Secrets secrets) {
    this.server = server;
    this.secrets = secrets;
  }

  /**
   * Starts it on a free port, without what a test before left in it.
   *
   * @throws CannotRun when the package is not installed
   */
  public static DebianPostgres start() throws IOException, CannotRun {
    Places places = Places.fromSystemProperties().withHome("debian-postgres");
    PostgresInstallation installation = PostgresInstallation.ofDebian();
    ServiceUser user = new ServiceUser();
    discardData(places, user, installation);
    Secrets secrets = Secrets.of(Files.createDirectories(places.home()));
    Postgres server = new Postgres(places, user, secrets, Ports.free(), installation);
    server.start();
    server.awaitReady();
    return new DebianPostgres(server, secrets);
  }

  private static void discardData(
      Places places, ServiceUser user, PostgresInstallation installation)
      throws IOException, CannotRun {
    Path home = Files.createDirectories(places.home());
    new Postgres(places, user, Secrets.of(home), Ports.free(), installation).stop();
    Folders.delete(user.reachable(home));
    Folders.delete(home);
  }

  /** What the archive must be told to use it. */
  public Map<String, String> environment() {
    return Map.of(
        "COMMUNIQUE_DATABASE_URL", server.jdbcUrl(),
        "COMMUNIQUE_DATABASE_USER", server.userName(),
        "COMMUNIQUE_DATABASE_PASSWORD", secrets.database());
  }

  /** A new connection as the archive's own role; for asserting only. */
  public Connection database() throws SQLException {
    return server.dataSource().getConnection();
  }

  @Override
  public void close() throws IOException {
    server.stop();
  }
}
