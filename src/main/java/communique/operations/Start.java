package communique.operations;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the database to this release's schema and sets the archive up, before anybody asks. */
@ApplicationScoped
class Start {
  /** Before the followers of the journal, which start at the default priority. */
  private static final int FIRST = Interceptor.Priority.APPLICATION - 1000;

  /** How often a database that does not answer yet is asked again, a second apart. */
  private static final int RETRIES = 60;

  @Resource(lookup = "jdbc/communique")
  private DataSource database;

  @Inject private Setup setup;

  void start(@Observes @Priority(FIRST) Startup event) {
    Flyway.configure(Start.class.getClassLoader())
        .dataSource(database)
        .locations("classpath:schemas/database")
        .callbackLocations("classpath:schemas/database")
        .failOnMissingLocations(true)
        .connectRetries(RETRIES)
        .connectRetriesInterval(1)
        .load()
        .migrate();
    setup.apply();
  }
}
