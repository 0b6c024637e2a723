package communique.archive;

import communique.briefing.Content;
import communique.briefing.Mention;
import communique.briefing.Significance;
import communique.briefing.Stored;
import communique.briefing.Translation;
import communique.briefing.Version;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
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

  private LocalDate dated = LocalDate.EPOCH;

  private @Nullable String significance;

  @Column(name = "translated_from")
  private @Nullable String translatedFrom;

  @Column(name = "translated_version")
  private @Nullable Integer translatedVersion;

  @Column(name = "withdrawn_at")
  private @Nullable Instant withdrawnAt;

  @Convert(converter = TextArray.class)
  private List<String> labels = List.of();

  /** For JPA. */
  protected VersionRow() {}

  VersionRow(Version version, Stored stored, Filing filing) {
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
    this.embargo = filing.embargo();
    this.acceptedAt = version.acceptedAt();
    this.acceptedBy = filing.acceptedBy();
    this.withdrawnAt = filing.withdrawnAt();
    this.dated = filing.dated();
    Significance weight = version.significance();
    this.significance = weight == null ? null : weight.code();
    Translation translation = version.translation();
    this.translatedFrom = translation == null ? null : translation.from().tag();
    this.translatedVersion = translation == null ? null : translation.version();
    this.labels =
        Stream.concat(said.subjects().stream(), said.mentions().stream().map(Mention::name))
            .distinct()
            .toList();
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
