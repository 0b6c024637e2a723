package communique.archive;

import communique.briefing.Briefing;
import communique.briefing.Digest;
import communique.briefing.LanguageTag;
import communique.briefing.MediaFile;
import communique.briefing.OfficeCode;
import communique.briefing.Placement;
import communique.briefing.Reason;
import communique.briefing.Receipt;
import communique.briefing.Refusal;
import communique.briefing.Stored;
import communique.briefing.Translation;
import communique.briefing.Version;
import communique.briefing.VersionJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes to the record. Its methods take part in the caller's transaction. */
@ApplicationScoped
public class Deposits {
  @PersistenceContext private EntityManager database;
  @Inject private MediaHoldings holdings;

  /** The database's clock, in microseconds. */
  public Instant now() {
    Object now =
        database
            .createNativeQuery("select cast(clock_timestamp() as timestamptz)")
            .getSingleResult();
    return ((Timestamp) now).toInstant();
  }

  /**
   * Makes repeats of one hand-over wait for each other until the transaction ends, and finds what
   * the first of them was given.
   *
   * @return empty when the depositor gave no reference or has not used it yet
   * @throws Refusal REFERENCE_REUSED when the reference was used for something else
   */
  public Optional<Receipt> earlier(Handover handover) {
    if (handover.reference() == null) {
      return Optional.empty();
    }
    String key = handover.depositor() + "\n" + handover.reference();
    database
        .createNativeQuery(
            "select 1 from (select pg_advisory_xact_lock(hashtextextended(?, 0))) as locked")
        .setParameter(1, key)
        .getSingleResult();
    return database
        .createQuery(
            "select r from Receipt r where r.depositor = :depositor"
                + " and r.depositorReference = :reference",
            ReceiptRow.class)
        .setParameter("depositor", handover.depositor())
        .setParameter("reference", handover.reference())
        .getResultStream()
        .findFirst()
        .map(row -> repeated(row, handover));
  }

  private Receipt repeated(ReceiptRow row, Handover handover) {
    if (!row.isFor(handover.fingerprint())) {
      throw new Refusal(
          Reason.REFERENCE_REUSED,
          "depositorReference",
          "was used for other content: digest "
              + row.fingerprint()
              + ", and now "
              + handover.fingerprint(),
          "" + handover.reference());
    }
    return row.receipt(database.find(BriefingRow.class, row.briefing()).briefing().reference());
  }

  /** The next reference code of an office in a year; others wait until the transaction ends. */
  public String nextReference(OfficeCode office, int year) {
    Object number =
        database
            .createNativeQuery(
                """
                insert into reference_counter (office, year, last) values (?, ?, 1)
                on conflict (office, year) do update set last = reference_counter.last + 1
                returning last""")
            .setParameter(1, office.code())
            .setParameter(2, year)
            .getSingleResult();
    return String.format(
        Locale.ROOT, "%s/%04d/%06d", office.code(), year, ((Number) number).intValue());
  }

  /** Adds a briefing, filed under a day. */
  public void add(Briefing briefing, LocalDate dated, Instant acceptedAt) {
    database.persist(new BriefingRow(briefing, dated, acceptedAt));
  }

  /**
   * Whether a briefing has an edition in a language. Until the transaction ends nobody else adds
   * one.
   */
  public boolean hasEdition(Briefing briefing, LanguageTag language) {
    database.find(BriefingRow.class, briefing.id(), LockModeType.PESSIMISTIC_WRITE);
    return database.find(EditionRow.class, new EditionRow.Key(briefing.id(), language.tag()))
        != null;
  }

  /** Adds an edition that has no version yet. */
  public void addEdition(UUID briefing, LanguageTag language, @Nullable Translation translation) {
    database.persist(new EditionRow(briefing, language, translation));
  }

  /** Makes the files of placements known. */
  public void addMedia(List<Placement> placements) {
    placements.stream()
        .map(Placement::file)
        .filter(Objects::nonNull)
        .forEach(file -> holdings.hold(file, null));
  }

  /**
   * Adds a version, and that it uses the files of its placements.
   *
   * @param embargo the instant before which the version is not public
   * @return the digest of its canonical form
   */
  public Digest addVersion(Version version, @Nullable Instant embargo, String acceptedBy) {
    byte[] canonical = VersionJson.write(version);
    Digest digest = Digest.of(canonical);
    database.persist(
        new VersionRow(
            version, new Stored(canonical, digest, embargo == null), embargo, acceptedBy));
    List<Placement> placements = version.content().placements();
    for (int i = 0; i < placements.size(); i++) {
      MediaFile file = placements.get(i).file();
      if (file != null) {
        database.persist(new PlacementRow(version, i + 1, file.sha256().hex()));
      }
    }
    return digest;
  }

  /** Keeps a receipt. */
  public void add(Receipt receipt, Handover handover) {
    database.persist(new ReceiptRow(receipt, handover));
  }
}
