package communique.archive;

import communique.access.Visibility;
import communique.briefing.Digest;
import communique.briefing.EditionId;
import communique.briefing.LanguageTag;
import communique.briefing.MediaFile;
import communique.briefing.Original;
import communique.briefing.RecalledFiles;
import communique.briefing.Stored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads of single versions and of the media they use. */
@ApplicationScoped
public class Versions {
  private static final String COLUMNS =
      "v.content, coalesce(v.redacted_digest, v.digest), v.withdrawn_at is null"
          + " and (v.embargo is null or v.embargo <= statement_timestamp())";
  private static final String OF_BRIEFING =
      " from version v where v.briefing = cast(? as uuid) and";
  private static final String SERVED = COLUMNS + OF_BRIEFING;

  /** With why not everybody sees it. */
  private static final String TOLD = COLUMNS + ", " + WithheldColumns.BOTH + OF_BRIEFING;

  private static final String STORED = "select " + TOLD + " v.language = ? and";

  @PersistenceContext private EntityManager database;

  /** The version of an edition that the caller sees. */
  public Optional<Stored> current(UUID briefing, LanguageTag language, Visibility visibility) {
    return stored(
        new VisibleQuery(visibility)
            .add(STORED, briefing.toString(), language.tag())
            .addVisible()
            .add("order by v.number desc limit 1"));
  }

  /**
   * Briefings of which the caller sees a version that is under embargo, and everybody sees another.
   * In a transaction of its own when there is none, so that who asks holds no connection
   * afterwards.
   *
   * @param most how many at most
   */
  @Transactional
  public List<UUID> partlyEmbargoed(Visibility visibility, int most) {
    return new VisibleQuery(visibility)
            .add("select distinct cast(v.briefing as text), true from version v")
            .add("where v.embargo > statement_timestamp() and v.released_at is null and")
            .addVisible()
            .add("and exists (select from version w where w.briefing = v.briefing")
            .add("and (w.embargo is null or w.embargo <= statement_timestamp()))")
            .add("limit ?", most)
            .rows(database)
            .stream()
            .map(row -> UUID.fromString((String) row[0]))
            .toList();
  }

  /**
   * The versions of all editions of several briefings that the caller sees, by language; those
   * without any are absent.
   */
  public Map<UUID, List<Shown>> allCurrent(Collection<UUID> briefings, Visibility visibility) {
    List<UUID> all = List.copyOf(briefings);
    Map<UUID, List<Shown>> found = new HashMap<>();
    new VisibleQuery(visibility)
        .add("select v.content, v.digest, v.open, k.place, v.since")
        // In a query of its own: so all lists are planned alike, and once.
        .add("from unnest((select cast(string_to_array(?, ',') as uuid[])))", Joined.of(all))
        .add("with ordinality as k (briefing, place)")
        .add("cross join lateral (select distinct on (v.language)")
        .add("extract(epoch from greatest(v.accepted_at,")
        .add("case when v.embargo <= statement_timestamp() then v.embargo end)) * 1000,")
        .add(SERVED.replace("cast(? as uuid)", "k.briefing"))
        .addVisible()
        .add("order by v.language, v.number desc) as v (since, content, digest, open)")
        .rows(database)
        .forEach(
            row ->
                found
                    .computeIfAbsent(
                        all.get(((Number) row[3]).intValue() - 1), none -> new ArrayList<>())
                    .add(
                        new Shown(
                            served(row), Instant.ofEpochMilli(((Number) row[4]).longValue()))));
    return found;
  }

  /**
   * A version that is seen.
   *
   * @param since when it could be seen first: when it was accepted, or its embargo ended
   */
  public record Shown(Stored stored, Instant since) {}

  /** The versions of all editions of a briefing that the caller sees. */
  public AllCurrent allCurrent(UUID briefing, Visibility visibility) {
    List<Object[]> rows =
        new VisibleQuery(visibility)
            .add("select distinct on (v.language) v.language, not exists (select from version w")
            .add("where w.briefing = v.briefing and w.embargo > statement_timestamp()),")
            .add(TOLD, briefing.toString())
            .addVisible()
            .add("order by v.language, v.number desc")
            .rows(database);
    return new AllCurrent(
        rows.stream()
            .map(
                row ->
                    new Current(
                        new LanguageTag((String) row[0]), told(Arrays.copyOfRange(row, 2, 7))))
            .toList(),
        rows.stream().allMatch(row -> (Boolean) row[1]));
  }

  /** A version by its number, if the caller sees it. */
  public Optional<Stored> numbered(
      UUID briefing, LanguageTag language, int number, Visibility visibility) {
    return stored(
        new VisibleQuery(visibility)
            .add(STORED, briefing.toString(), language.tag())
            .addVisible()
            .add("and v.number = ?", number));
  }

  /** The end of the embargo of a version that the caller sees; absent when it has passed. */
  public Optional<Instant> embargo(EditionId edition, int number, Visibility visibility) {
    return new VisibleQuery(visibility)
            .add(
                "select v.embargo, v.number from version v where v.briefing = cast(? as uuid) and",
                edition.briefing().toString())
            .add("v.language = ? and v.number = ? and", edition.language().tag(), number)
            .addVisible()
            .add("and v.embargo > statement_timestamp()")
            .rows(database)
            .stream()
            .findFirst()
            .map(row -> ((Timestamp) row[0]).toInstant());
  }

  /** What was handed over for a version that the caller sees, where its door could tell. */
  public Optional<Original> original(
      UUID briefing, LanguageTag language, int number, Visibility visibility) {
    return new VisibleQuery(visibility)
            .add("select o.type, o.content from original o")
            .add("join version v using (briefing, language, number)")
            .add("where o.briefing = cast(? as uuid) and", briefing.toString())
            .add("o.language = ? and o.number = ? and", language.tag(), number)
            .addVisible()
            .rows(database)
            .stream()
            .findFirst()
            .map(row -> new Original((String) row[0], (byte[]) row[1]));
  }

  /** A media file that a version uses which the caller sees, and that was not recalled from it. */
  public Optional<MediaFile> media(Digest sha256, Visibility visibility) {
    return new VisibleQuery(visibility)
            .add(
                "select m.sha256, m.type, m.size, m.width, m.height from media m where m.sha256 = ?",
                sha256.hex())
            .add("and exists (select from placement p")
            .add("join version v using (briefing, language, number)")
            .add("where p.sha256 = m.sha256 and p.recalled_at is null and")
            .addVisible()
            .add(")")
            .rows(database)
            .stream()
            .findFirst()
            .map(MediaHoldings::file);
  }

  /** The files that were recalled from a briefing of which the caller sees a version, with why. */
  public RecalledFiles recalled(UUID briefing, Visibility visibility) {
    return recalled(List.of(briefing), visibility).getOrDefault(briefing, RecalledFiles.NONE);
  }

  /** The same of several briefings; those from which no file was recalled are absent. */
  public Map<UUID, RecalledFiles> recalled(Collection<UUID> briefings, Visibility visibility) {
    Map<UUID, Map<Digest, String>> reasons = new HashMap<>();
    new VisibleQuery(visibility)
        .add("select distinct on (p.briefing, p.sha256) cast(p.briefing as text), p.sha256,")
        .add("p.recall_reason from placement p join version v using (briefing, language, number)")
        .add(
            "where p.briefing = any (cast(string_to_array(?, ',') as uuid[]))",
            Joined.of(briefings))
        .add("and p.recalled_at is not null and")
        .addVisible()
        .add("order by p.briefing, p.sha256, p.recalled_at desc")
        .rows(database)
        .forEach(
            row ->
                reasons
                    .computeIfAbsent(UUID.fromString((String) row[0]), none -> new HashMap<>())
                    .put(new Digest((String) row[1]), (String) row[2]));
    Map<UUID, RecalledFiles> recalled = new HashMap<>();
    reasons.forEach((briefing, files) -> recalled.put(briefing, new RecalledFiles(files)));
    return recalled;
  }

  /**
   * Those of the files that are here and that the caller has handed over or sees; until the
   * transaction ends nobody takes them away. Having handed one over counts until it is recalled;
   * from then on only having done so again.
   *
   * @param uploader the caller's account
   */
  public Map<Digest, KnownFile> files(Set<Digest> wanted, String uploader, Visibility visibility) {
    String digests = wanted.stream().map(Digest::hex).collect(Collectors.joining(","));
    return new VisibleQuery(visibility)
            .add("select m.sha256, m.type, m.size, m.width, m.height, had.had")
            .add("and not exists (select from placement p")
            .add("where p.sha256 = m.sha256 and p.recalled_at > m.stored_at) as handed_over,")
            .add("seen.shown, seen.recalled from media m cross join lateral (")
            .add("select coalesce(m.uploaded_by = ?, false)", uploader)
            .add("or exists (select from media_upload u")
            .add("where u.sha256 = m.sha256 and u.account = ?) as had) had", uploader)
            .add(
                "cross join lateral (select bool_or(p.recalled_at is null) as shown, string_agg(distinct")
            .add("cast(p.briefing as text), ',') filter (where p.recalled_at is not null)")
            .add("as recalled from placement p join version v using (briefing, language, number)")
            .add("where p.sha256 = m.sha256 and")
            .addVisible()
            .add(") seen where m.sha256 = any (string_to_array(?, ','))", digests)
            .add("and m.erased_at is null")
            .add("and (had.had or seen.shown is not null) for key share of m")
            .rows(database)
            .stream()
            .map(Versions::known)
            .collect(Collectors.toMap(known -> known.file().sha256(), Function.identity()));
  }

  private static KnownFile known(Object[] row) {
    String recalled = (String) row[7];
    return new KnownFile(
        MediaHoldings.file(row),
        Boolean.TRUE.equals(row[5]) || Boolean.TRUE.equals(row[6]),
        recalled == null
            ? Set.of()
            : Arrays.stream(recalled.split(",")).map(UUID::fromString).collect(Collectors.toSet()));
  }

  private Optional<Stored> stored(VisibleQuery query) {
    return query.rows(database).stream().findFirst().map(Versions::told);
  }

  private static Stored told(Object[] row) {
    return new Stored(
        (byte[]) row[0],
        Digest.ofFinished((byte[]) row[1]),
        (Boolean) row[2],
        WithheldColumns.read(row[3], row[4]));
  }

  private static Stored served(Object[] row) {
    return new Stored((byte[]) row[0], Digest.ofFinished((byte[]) row[1]), (Boolean) row[2]);
  }

  /** The version of an edition that a caller sees. */
  public record Current(LanguageTag language, Stored stored) {}

  /**
   * The versions of a briefing that a caller sees.
   *
   * @param editions by language; empty when it sees none
   * @param settled whether no version of the briefing, in whatever language, waits for its embargo
   */
  public record AllCurrent(List<Current> editions, boolean settled) {}
}
