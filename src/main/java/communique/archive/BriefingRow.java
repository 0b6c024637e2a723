package communique.archive;

import communique.briefing.Briefing;
import communique.briefing.Coded;
import communique.briefing.Kind;
import communique.briefing.OfficeCode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A briefing as it is stored. */
@Entity(name = "Briefing")
@Table(name = "briefing")
class BriefingRow {
  @Id private UUID id = new UUID(0, 0);
  private String reference = "";
  private String office = "";
  private String kind = "";

  @Column(name = "event_date")
  private @Nullable LocalDate eventDate;

  /** For JPA. */
  protected BriefingRow() {}

  Briefing briefing() {
    return new Briefing(
        id, reference, new OfficeCode(office), Coded.of(Kind.class, "kind", kind), eventDate);
  }
}
