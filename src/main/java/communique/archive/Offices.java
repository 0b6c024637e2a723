package communique.archive;

import communique.briefing.LanguageTag;
import communique.briefing.Office;
import communique.briefing.OfficeCode;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The press offices whose briefings are kept. */
@ApplicationScoped
public class Offices {
  // Kept: each static call of Json looks its provider up anew.
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  @PersistenceContext private EntityManager database;

  // None is ever taken away.
  private final Set<OfficeCode> known = ConcurrentHashMap.newKeySet();

  /**
   * Adds an office, or changes all that is said of it. Its successor must be known when the
   * transaction ends.
   */
  public void put(Office office) {
    JsonObjectBuilder names = JSON.createObjectBuilder();
    office.names().forEach((language, name) -> names.add(language.tag(), name));
    Office.End end = office.end();
    OfficeCode successor = end == null ? null : end.successor();
    String languages =
        office.languages().stream().map(LanguageTag::tag).collect(Collectors.joining(","));
    database
        .createNativeQuery(
            """
            insert into office (code, names, languages, until, successor)
            values (?, cast(? as jsonb), string_to_array(?, ','), cast(? as date), ?)
            on conflict (code) do update
            set names = excluded.names, languages = excluded.languages,
              until = excluded.until, successor = excluded.successor""")
        .setParameter(1, office.code().code())
        .setParameter(2, names.build().toString())
        .setParameter(3, languages)
        .setParameter(4, end == null ? null : end.until().toString())
        .setParameter(5, successor == null ? null : successor.code())
        .executeUpdate();
  }

  /** All offices, by code; there are as many as a government has press offices. */
  public List<Office> all() {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select code, cast(names as text), array_to_string(languages, ','),
                  cast(until as text), successor
                from office order by code""")
            .getResultList();
    return rows.stream().map(row -> office((Object[]) row)).toList();
  }

  /**
   * Demands that an office is known.
   *
   * @throws Refusal UNKNOWN_VALUE when it is not
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public void mustExist(OfficeCode office) {
    if (known.contains(office)) {
      return;
    }
    List<?> found =
        database
            .createNativeQuery("select code from office where code = ?")
            .setParameter(1, office.code())
            .getResultList();
    if (found.isEmpty()) {
      throw new Refusal(
          Reason.UNKNOWN_VALUE, "office", "must be an office of this archive", office.code());
    }
    known.add(office);
  }

  private static Office office(Object[] row) {
    return new Office(
        new OfficeCode((String) row[0]),
        names((String) row[1]),
        Arrays.stream(((String) row[2]).split(",", -1)).map(LanguageTag::new).toList(),
        end((String) row[3], (String) row[4]));
  }

  private static Office.@Nullable End end(@Nullable String until, @Nullable String successor) {
    return until == null
        ? null
        : new Office.End(
            LocalDate.parse(until), successor == null ? null : new OfficeCode(successor));
  }

  private static Map<LanguageTag, String> names(String json) {
    try (JsonReader reader = READERS.createReader(new StringReader(json))) {
      return reader.readObject().entrySet().stream()
          .collect(
              Collectors.toMap(
                  name -> new LanguageTag(name.getKey()),
                  name -> ((JsonString) name.getValue()).getString()));
    }
  }
}
