package communique.archive;

import communique.briefing.Digest;
import communique.briefing.LanguageTag;
import communique.briefing.Receipt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes to the record. Its methods take part in the caller's transaction. */
@ApplicationScoped
public class Deposits {
  // Kept: each static call of Json looks its provider up anew.
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  /** One statement, since each costs a journey to the database; the keys are checked at commit. */
  private static final String KEEP =
      """
      with deposit as materialized (
        select * from rows from (
          jsonb_to_recordset(cast(? as jsonb)) as (briefing uuid, reference text, office text,
            kind text, event_date date, language text, number integer, accepted_at timestamptz,
            significance text, translated_from text, translated_version integer, headline text,
            section text, issued_date date, lead text, labels text, dated date,
            embargo timestamptz, withdrawn_at timestamptz, accepted_by text, digest text,
            original_type text, receipt uuid, depositor text, depositor_reference text,
            fingerprint text, ledger_position bigint, new_briefing boolean),
          unnest(cast(? as bytea[])), unnest(cast(? as bytea[])))
        as t(briefing, reference, office, kind, event_date, language, number, accepted_at,
          significance, translated_from, translated_version, headline, section, issued_date, lead,
          labels, dated, embargo, withdrawn_at, accepted_by, digest, original_type, receipt,
          depositor, depositor_reference, fingerprint, ledger_position, new_briefing, content,
          original)),
      briefings as (
        insert into briefing (id, reference, office, kind, event_date, dated, accepted_at)
        select briefing, reference, office, kind, event_date, dated, accepted_at
        from deposit where new_briefing),
      editions as (
        insert into edition (briefing, language, translated_from)
        select briefing, language, translated_from from deposit where number = 1),
      versions as (
        insert into version (briefing, language, number, office, content, digest, headline,
          section, issued_date, lead, embargo, accepted_at, accepted_by, dated, significance,
          translated_from, translated_version, withdrawn_at, labels)
        select briefing, language, number, office, content, decode(digest, 'hex'), headline,
          section, issued_date, lead, embargo, accepted_at, accepted_by, dated, significance,
          translated_from, translated_version, withdrawn_at, cast(labels as text[])
        from deposit),
      originals as (
        insert into original (briefing, language, number, type, content)
        select briefing, language, number, original_type, original from deposit),
      receipts as (
        insert into receipt (id, depositor, depositor_reference, fingerprint, briefing, language,
          version, digest, accepted_at, ledger_position, embargo)
        select receipt, depositor, depositor_reference, decode(fingerprint, 'hex'), briefing,
          language, number, decode(digest, 'hex'), accepted_at, ledger_position, embargo
        from deposit)
      select count(*) from deposit""";

  @PersistenceContext private EntityManager database;

  /**
   * Makes repeats of hand-overs wait for each other until the transaction ends, and finds what the
   * first of them was given.
   *
   * @param references the depositor's own, each once
   * @return by the reference; those that were not used yet are absent
   */
  public Map<String, Earlier> earlier(String depositor, Collection<String> references) {
    if (references.isEmpty()) {
      return Map.of();
    }
    List<?> rows =
        database
            .createNativeQuery(
                """
                select cast(id as text), depositor_reference, encode(fingerprint, 'hex'),
                  cast(briefing as text), reference, language, version, encode(digest, 'hex'),
                  accepted_at, ledger_position, embargo, erased
                from receipts_of_repeats(?, cast(? as jsonb))""")
            .setParameter(1, depositor)
            .setParameter(2, JSON.createArrayBuilder(references).build().toString())
            .getResultList();
    return rows.stream()
        .map(row -> earlier((Object[]) row))
        .collect(Collectors.toMap(Earlier::reference, Function.identity()));
  }

  private static Earlier earlier(Object[] row) {
    return new Earlier(
        (String) row[1],
        new Digest((String) row[2]),
        new Receipt(
            UUID.fromString((String) row[0]),
            UUID.fromString((String) row[3]),
            (String) row[4],
            new LanguageTag((String) row[5]),
            ((Number) row[6]).intValue(),
            new Digest((String) row[7]),
            ((Timestamp) row[8]).toInstant(),
            ((Number) row[9]).longValue(),
            row[10] == null ? null : ((Timestamp) row[10]).toInstant()),
        (Boolean) row[11]);
  }

  /**
   * Gives the next reference codes of offices; others wait for more until the transaction ends.
   *
   * @param wanted how many of each series; none is no mistake
   */
  public Numbering number(Map<Numbering.Series, Long> wanted) {
    JsonArrayBuilder series = JSON.createArrayBuilder();
    wanted.forEach((each, count) -> series.add(series(each, count)));
    return Numbering.of(
        database
            .createNativeQuery(
                """
                with clock as materialized (select clock_timestamp() as now), wanted as (
                  select office, coalesce(year, cast(extract(year from now at time zone 'UTC')
                    as integer)) as year, cast(sum(count) as integer) as count
                  from clock, jsonb_to_recordset(cast(? as jsonb))
                    as (office text, year integer, count integer)
                  group by 1, 2),
                given as (
                  insert into reference_counter (office, year, last)
                  select office, year, count from wanted order by 1, 2
                  on conflict (office, year)
                    do update set last = reference_counter.last + excluded.last
                  returning office, year, last)
                select office, year, last, count, cast(now as timestamptz)
                from clock left join (given join wanted using (office, year)) on true""")
            .setParameter(1, series.build().toString())
            .getResultList());
  }

  private static JsonObjectBuilder series(Numbering.Series series, long count) {
    JsonObjectBuilder row =
        JSON.createObjectBuilder().add("office", series.office().code()).add("count", count);
    Integer year = series.year();
    return year == null ? row : row.add("year", year);
  }

  /**
   * Keeps what was handed over, with as many statements for many as for one. The files of the
   * placements must be held.
   */
  public void keep(List<Deposit> deposits) {
    database
        .createNativeQuery(KEEP)
        .setParameter(1, DepositRows.of(deposits))
        .setParameter(2, bytes(deposits, each -> each.stored().content()))
        .setParameter(3, bytes(deposits, each -> each.original().content()))
        .getSingleResult();
    String placements = DepositRows.placements(deposits);
    if (!placements.equals("[]")) {
      database
          .createNativeQuery(
              """
              insert into placement (briefing, language, number, position, sha256)
              select briefing, language, number, position, sha256
              from jsonb_to_recordset(cast(? as jsonb)) as (briefing uuid, language text,
                number integer, position integer, sha256 text)""")
          .setParameter(1, placements)
          .executeUpdate();
    }
  }

  private static byte[][] bytes(List<Deposit> deposits, Function<Deposit, byte[]> of) {
    return deposits.stream().map(of).toArray(byte[][]::new);
  }
}
