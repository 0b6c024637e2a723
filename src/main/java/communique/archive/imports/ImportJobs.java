package communique.archive.imports;

import communique.access.Action;
import communique.access.Caller;
import communique.access.Scope;
import communique.briefing.Coded;
import communique.briefing.OfficeCode;
import communique.briefing.imports.ImportCounts;
import communique.briefing.imports.ImportForm;
import communique.briefing.imports.ImportJob;
import communique.briefing.imports.ImportTerms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The jobs, and which node is at work on them. */
@ApplicationScoped
public class ImportJobs {
  /** How long a node may be silent before another takes its job over, in seconds. */
  private static final String LEASE = "interval '20 seconds'";

  @PersistenceContext private EntityManager database;

  /** Adds a job whose file has been received. */
  public void add(UUID id, Caller owner, ImportTerms terms, ImportForm form, long size) {
    Set<OfficeCode> offices = owner.scope().offices();
    database
        .createNativeQuery(
            """
            insert into import_job (id, owner, actions, offices, terms, form, state, size)
            values (cast(? as uuid), ?, ?, ?, cast(? as jsonb), ?, 'waiting', ?)""")
        .setParameter(1, id.toString())
        .setParameter(2, owner.name())
        .setParameter(3, joined(owner.scope().actions().stream().map(Action::code)))
        .setParameter(4, offices == null ? null : joined(offices.stream().map(OfficeCode::code)))
        .setParameter(5, terms.write())
        .setParameter(6, form.code())
        .setParameter(7, size)
        .executeUpdate();
  }

  /** What the credentials allowed with which a job was begun. */
  public Scope scope(UUID id) {
    Object[] row =
        (Object[])
            database
                .createNativeQuery(
                    "select actions, offices from import_job where id = cast(? as uuid)")
                .setParameter(1, id.toString())
                .getSingleResult();
    String offices = (String) row[1];
    return new Scope(
        split((String) row[0])
            .map(code -> Coded.of(Action.class, "actions", code))
            .collect(Collectors.toSet()),
        offices == null ? null : split(offices).map(OfficeCode::new).collect(Collectors.toSet()));
  }

  private static String joined(Stream<String> codes) {
    return codes.sorted().collect(Collectors.joining(","));
  }

  private static Stream<String> split(String codes) {
    return Arrays.stream(codes.split(",", -1)).filter(code -> !code.isEmpty());
  }

  /** The job with this identity. */
  public Optional<ImportJob> find(UUID id) {
    List<?> rows =
        database
            .createNativeQuery(
                """
            select cast(id as text), owner, cast(terms as text), form, state, size, bytes, line, lines,
              kept, repeated, refused, noted, parked, created_at, started_at, finished_at, failure
            from import_job where id = cast(? as uuid)""")
            .setParameter(1, id.toString())
            .getResultList();
    return rows.stream().map(row -> job((Object[]) row)).findAny();
  }

  /** The lines of a job that are done although some before them are not. */
  public Set<Long> ahead(UUID id) {
    List<?> rows =
        database
            .createNativeQuery("select unnest(ahead) from import_job where id = cast(? as uuid)")
            .setParameter(1, id.toString())
            .getResultList();
    return rows.stream()
        .map(row -> ((Number) row).longValue())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether any node is at work on one. */
  public boolean areAtWork() {
    return (boolean)
        database
            .createNativeQuery(
                """
                select exists (select from import_job
                  where state = 'running' and lease_until > clock_timestamp())""")
            .getSingleResult();
  }

  /** Gives a node the oldest job that nobody is at work on. */
  public Optional<UUID> claim(UUID holder) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                update import_job set state = 'running', holder = cast(? as uuid),
                  started_at = coalesce(started_at, clock_timestamp()),
                  lease_until = clock_timestamp() +\s"""
                    + LEASE
                    + """
                     where id = (
                      select id from import_job where state in ('waiting', 'running')
                        and (lease_until is null or lease_until < clock_timestamp())
                      order by created_at limit 1 for update skip locked)
                    returning cast(id as text)""")
            .setParameter(1, holder.toString())
            .getResultList();
    return rows.stream().map(row -> UUID.fromString((String) row)).findAny();
  }

  /** Those of the jobs that are not over. */
  public Set<UUID> toDo(Set<UUID> jobs) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select cast(id as text) from import_job
                where id = any (cast(string_to_array(?, ',') as uuid[]))
                  and state in ('waiting', 'running')""")
            .setParameter(1, jobs.stream().map(UUID::toString).collect(Collectors.joining(",")))
            .getResultList();
    return rows.stream()
        .map(row -> UUID.fromString((String) row))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Notes what was done, and lengthens the lease.
   *
   * @param more its line is the last up to which all are done; 0 when that stays where it is
   * @param ahead the lines that were done just now, should some before them still be to do
   * @return whether the job is still this node's; if not, the caller must roll back
   */
  public boolean advance(UUID id, UUID holder, ImportCounts more, Collection<Long> ahead) {
    return database
            .createNativeQuery(
                """
                update import_job set bytes = greatest(bytes, ?), line = greatest(line, ?),
                  lines = lines + ?,
                  kept = kept + ?, repeated = repeated + ?, refused = refused + ?,
                  noted = noted + ?, parked = parked + ?,
                  ahead = array(select each
                    from unnest(ahead || cast(string_to_array(?, ',') as bigint[])) as each
                    where each > greatest(line, ?)),
                  lease_until = clock_timestamp() +\s"""
                    + LEASE
                    + " where id = cast(? as uuid) and holder = cast(? as uuid)"
                    + " and state = 'running'")
            .setParameter(1, more.bytes())
            .setParameter(2, more.line())
            .setParameter(3, more.lines())
            .setParameter(4, more.kept())
            .setParameter(5, more.repeated())
            .setParameter(6, more.refused())
            .setParameter(7, more.noted())
            .setParameter(8, more.parked())
            .setParameter(9, ahead.stream().map(String::valueOf).collect(Collectors.joining(",")))
            .setParameter(10, more.line())
            .setParameter(11, id.toString())
            .setParameter(12, holder.toString())
            .executeUpdate()
        == 1;
  }

  /**
   * Lengthens the lease, though nothing was done yet.
   *
   * @return whether the job is still this node's
   */
  public boolean renew(UUID id, UUID holder) {
    return database
            .createNativeQuery(
                "update import_job set lease_until = clock_timestamp() + "
                    + LEASE
                    + " where id = cast(? as uuid) and holder = cast(? as uuid)"
                    + " and state = 'running'")
            .setParameter(1, id.toString())
            .setParameter(2, holder.toString())
            .executeUpdate()
        == 1;
  }

  /** Lets another node go on with a job at once. */
  public void release(UUID holder) {
    database
        .createNativeQuery(
            "update import_job set lease_until = null, holder = null where holder = cast(? as uuid)")
        .setParameter(1, holder.toString())
        .executeUpdate();
  }

  /**
   * Ends a job.
   *
   * @param failure why, when it has failed
   * @return whether it was not over before
   */
  public boolean end(UUID id, ImportJob.State state, @Nullable String failure) {
    int ended =
        database
            .createNativeQuery(
                """
                update import_job set state = ?, failure = ?, finished_at = clock_timestamp(),
                  holder = null, lease_until = null
                where id = cast(? as uuid) and state in ('waiting', 'running')""")
            .setParameter(1, state.code())
            .setParameter(2, failure)
            .setParameter(3, id.toString())
            .executeUpdate();
    database
        .createNativeQuery("delete from import_parked where job = cast(? as uuid)")
        .setParameter(1, id.toString())
        .executeUpdate();
    return ended == 1;
  }

  private static ImportJob job(Object[] row) {
    return new ImportJob(
        UUID.fromString((String) row[0]),
        (String) row[1],
        ImportTerms.parse((String) row[2]),
        Coded.of(ImportForm.class, "form", (String) row[3]),
        Coded.of(ImportJob.State.class, "state", (String) row[4]),
        number(row[5]),
        new ImportCounts(
            number(row[6]),
            number(row[7]),
            number(row[8]),
            number(row[9]),
            number(row[10]),
            number(row[11]),
            number(row[12]),
            number(row[13])),
        ((Timestamp) row[14]).toInstant(),
        instant(row[15]),
        instant(row[16]),
        (String) row[17]);
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }

  private static @Nullable Instant instant(@Nullable Object value) {
    return value == null ? null : ((Timestamp) value).toInstant();
  }
}
