package communique.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;

/** The database's clock, which is the same for all nodes. */
@ApplicationScoped
public class Clock {
  @PersistenceContext private EntityManager database;

  /** The time now, in microseconds. */
  public Instant now() {
    Object now =
        database
            .createNativeQuery("select cast(clock_timestamp() as timestamptz)")
            .getSingleResult();
    return ((Timestamp) now).toInstant();
  }
}
