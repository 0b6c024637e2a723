package communique.archive;

import communique.briefing.Briefing;
import communique.briefing.Digest;
import communique.briefing.LanguageTag;
import communique.briefing.MediaFile;
import communique.briefing.OfficeCode;
import communique.briefing.Original;
import communique.briefing.Placement;
import communique.briefing.Receipt;
import communique.briefing.Stored;
import communique.briefing.Translation;
import communique.briefing.Version;
import communique.briefing.VersionJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes to the record. Its methods take part in the caller's transaction. */
@ApplicationScoped
public class Deposits {
  // Kept: each static call of Json looks its provider up anew.
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

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
   * Makes repeats of hand-overs wait for each other until the transaction ends, and finds what the
   * first of them was given.
   *
   * @param handovers of one depositor
   * @return by the depositor's reference; those that gave none or have not used it yet are absent
   */
  public Map<String, Earlier> earlier(List<Handover> handovers) {
    List<String> references =
        handovers.stream().map(Handover::reference).filter(Objects::nonNull).distinct().toList();
    if (references.isEmpty()) {
      return Map.of();
    }
    String depositor = handovers.get(0).depositor();
    lock(references.stream().map(reference -> depositor + "\n" + reference).toList());
    return database
        .createQuery(
            "select r, b.reference from Receipt r, Briefing b where b.id = r.briefing"
                + " and r.depositor = :depositor and r.depositorReference in :references",
            Object[].class)
        .setParameter("depositor", depositor)
        .setParameter("references", references)
        .getResultStream()
        .map(row -> ((ReceiptRow) row[0]).earlier((String) row[1]))
        .collect(Collectors.toMap(Earlier::reference, Function.identity()));
  }

  // In the order of what is locked: two that lock several wait for each other only once.
  private void lock(List<String> keys) {
    database
        .createNativeQuery(
            """
            select count(pg_advisory_xact_lock(key)) from (
              select distinct hashtextextended(text, 0) as key
              from jsonb_array_elements_text(cast(? as jsonb)) as text order by 1) as keys""")
        .setParameter(1, JSON.createArrayBuilder(keys).build().toString())
        .getSingleResult();
  }

  /**
   * The next reference codes of an office in a year; others wait until the transaction ends.
   *
   * @param count how many
   */
  public List<String> nextReferences(OfficeCode office, int year, int count) {
    Object last =
        database
            .createNativeQuery(
                """
                insert into reference_counter (office, year, last) values (?, ?, ?)
                on conflict (office, year)
                do update set last = reference_counter.last + excluded.last
                returning last""")
            .setParameter(1, office.code())
            .setParameter(2, year)
            .setParameter(3, count)
            .getSingleResult();
    int first = ((Number) last).intValue() - count + 1;
    return IntStream.range(first, first + count)
        .mapToObj(number -> String.format(Locale.ROOT, "%s/%04d/%06d", office.code(), year, number))
        .toList();
  }

  /** Adds a briefing, filed under a day. */
  public void add(Briefing briefing, LocalDate dated, Instant acceptedAt) {
    database.persist(new BriefingRow(briefing, dated, acceptedAt));
  }

  /** Adds an edition that has no version yet. */
  public void addEdition(UUID briefing, LanguageTag language, @Nullable Translation translation) {
    database.persist(new EditionRow(briefing, language, translation));
  }

  /** Adds what was handed over for a version, bit for bit. */
  public void addOriginal(UUID briefing, LanguageTag language, int number, Original original) {
    database.persist(new OriginalRow(briefing, language, number, original));
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
   * @return the digest of its canonical form
   */
  public Digest add(Version version, Filing filing) {
    byte[] canonical = VersionJson.write(version);
    Digest digest = Digest.of(canonical);
    database.persist(
        new VersionRow(version, new Stored(canonical, digest, filing.isOpen()), filing));
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
