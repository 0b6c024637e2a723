package communique.authority;

import communique.briefing.Coded;
import communique.briefing.names.Authority;
import communique.briefing.names.AuthorityContent;
import communique.briefing.names.AuthorityJson;
import communique.briefing.names.Scheme;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who is who: authorities by what they are known by elsewhere, or by what was said of them. Its
 * methods take part in a transaction.
 */
@ApplicationScoped
public class AuthorityIdentities {
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  @PersistenceContext private EntityManager database;

  /** Which authorities have some of these identifiers; also by those of who was merged into it. */
  public Map<Identifier, Authority> with(Collection<Identifier> identifiers) {
    List<?> rows =
        database
            .createNativeQuery(
                AuthorityRows.SELECT
                    + """
                    , i.scheme, i.value
                    from jsonb_to_recordset(cast(? as jsonb)) as w(scheme text, value text)
                    join authority_identifier i on i.scheme = w.scheme and i.value = w.value
                    join authority h on h.id = i.authority
                    join authority a on a.id = coalesce(h.merged_into, h.id)""")
            .setParameter(1, json(identifiers))
            .getResultList();
    Map<Identifier, Authority> found = new HashMap<>();
    for (Object each : rows) {
      Object[] row = (Object[]) each;
      found.put(
          identifier(row[AuthorityRows.COUNT], row[AuthorityRows.COUNT + 1]),
          AuthorityRows.authority(row));
    }
    return found;
  }

  /**
   * Who has been exactly as some contents say, at whatever time; also who was merged into another
   * since, which is then told instead. It looks through the whole journal.
   */
  public Map<AuthorityContent, Authority> once(List<AuthorityContent> contents) {
    JsonArrayBuilder json = JSON.createArrayBuilder();
    contents.forEach(each -> json.add(AuthorityJson.content(each)));
    List<?> rows =
        database
            .createNativeQuery(
                AuthorityRows.SELECT
                    + """
                    , w.place
                    from jsonb_array_elements_text(cast(? as jsonb)) with ordinality
                      as w(content, place)
                    join authority_journal j on j.content = cast(w.content as jsonb)
                    join authority h on h.id = j.authority
                    join authority a on a.id = coalesce(h.merged_into, h.id)
                    where a.erased_at is null order by j.position desc""")
            .setParameter(1, json.build().toString())
            .getResultList();
    Map<AuthorityContent, Authority> found = new HashMap<>();
    for (Object each : rows) {
      Object[] row = (Object[]) each;
      found.put(
          contents.get(((Number) row[AuthorityRows.COUNT]).intValue() - 1),
          AuthorityRows.authority(row));
    }
    return found;
  }

  /**
   * Writes what authorities are known by elsewhere, in place of what they were.
   *
   * @param rows of the authorities, with {@code id}, as JSON
   * @param identifiers with {@code scheme}, {@code value} and {@code id}, as JSON
   */
  void identify(String rows, String identifiers) {
    database
        .createNativeQuery(
            """
            delete from authority_identifier where authority in (
              select id from jsonb_to_recordset(cast(? as jsonb)) as e(id uuid))""")
        .setParameter(1, rows)
        .executeUpdate();
    database
        .createNativeQuery(
            """
            insert into authority_identifier (scheme, value, authority)
            select scheme, value, id from jsonb_to_recordset(cast(? as jsonb))
              as e(scheme text, value text, id uuid)
            -- What belongs to an authority that was merged into this one leads here already.
            on conflict do nothing""")
        .setParameter(1, identifiers)
        .executeUpdate();
  }

  static String json(Collection<Identifier> identifiers) {
    JsonArrayBuilder json = JSON.createArrayBuilder();
    for (Identifier each : identifiers) {
      json.add(
          JSON.createObjectBuilder()
              .add("scheme", each.scheme().code())
              .add("value", each.value()));
    }
    return json.build().toString();
  }

  static Identifier identifier(Object scheme, Object value) {
    return new Identifier(Coded.of(Scheme.class, "scheme", (String) scheme), (String) value);
  }

  /** What an authority is known by elsewhere. */
  public record Identifier(Scheme scheme, String value) {}
}
