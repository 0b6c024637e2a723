package communique.archive;

import communique.briefing.Content;
import communique.briefing.Stored;
import communique.briefing.Version;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A version as it is stored: its canonical bytes, and what lists and rules need of it. */
@Entity(name = "Version")
@Table(name = "version")
@IdClass(VersionRow.Key.class)
@SuppressWarnings("UnusedVariable") // read by JPA
class VersionRow {
  @Id private UUID briefing = new UUID(0, 0);
  @Id private String language = "";
  @Id private int number;
  private String office = "";
  private byte[] content = {};
  private byte[] digest = {};
  private @Nullable String headline;
  private @Nullable String section;

  @Column(name = "issued_date")
  private @Nullable LocalDate issuedDate;

  private String lead = "";
  private @Nullable Instant embargo;

  @Column(name = "accepted_at")
  private Instant acceptedAt = Instant.EPOCH;

  @Column(name = "accepted_by")
  private String acceptedBy = "";

  /** For JPA. */
  protected VersionRow() {}

  VersionRow(Version version, Stored stored, @Nullable Instant embargo, String acceptedBy) {
    Content said = version.content();
    this.briefing = version.briefing().id();
    this.language = version.language().tag();
    this.number = version.number();
    this.office = version.briefing().office().code();
    this.content = stored.content();
    this.digest = stored.digest().bytes();
    this.headline = said.headline();
    this.section = said.section();
    this.issuedDate = said.issued() == null ? null : said.issued().date();
    this.lead = said.body().lead();
    this.embargo = embargo;
    this.acceptedAt = version.acceptedAt();
    this.acceptedBy = acceptedBy;
  }

  /** The primary key. */
  static class Key implements Serializable {
    private static final long serialVersionUID = 1L;

    private UUID briefing = new UUID(0, 0);
    private String language = "";
    private int number;

    /** For JPA. */
    public Key() {}

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && key.briefing.equals(briefing)
          && key.language.equals(language)
          && key.number == number;
    }

    @Override
    public int hashCode() {
      return Objects.hash(briefing, language, number);
    }
  }
}
