package communique.archive;

import communique.briefing.Briefing;
import communique.briefing.Coded;
import communique.briefing.Kind;
import communique.briefing.OfficeCode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A briefing as it is stored. */
@Entity(name = "Briefing")
@Table(name = "briefing")
@SuppressWarnings("UnusedVariable") // read by JPA
class BriefingRow {
  @Id private UUID id = new UUID(0, 0);
  private String reference = "";
  private String office = "";
  private String kind = "";

  @Column(name = "event_date")
  private @Nullable LocalDate eventDate;

  private LocalDate dated = LocalDate.EPOCH;

  @Column(name = "accepted_at")
  private Instant acceptedAt = Instant.EPOCH;

  /** For JPA. */
  protected BriefingRow() {}

  BriefingRow(Briefing briefing, LocalDate dated, Instant acceptedAt) {
    this.id = briefing.id();
    this.reference = briefing.reference();
    this.office = briefing.office().code();
    this.kind = briefing.kind().code();
    this.eventDate = briefing.eventDate();
    this.dated = dated;
    this.acceptedAt = acceptedAt;
  }

  Briefing briefing() {
    return new Briefing(
        id, reference, new OfficeCode(office), Coded.of(Kind.class, "kind", kind), eventDate);
  }
}
