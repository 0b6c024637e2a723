package communique.reading;

import communique.archive.Offices;
import communique.briefing.Office;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Lists the offices whose briefings are kept. */
@NeedsDatabase
@ApplicationScoped
public class ListOffices {
  @Inject private Offices offices;

  /** All offices, by code. */
  public List<Office> list() {
    return offices.all();
  }
}
