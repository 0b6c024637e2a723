package communique.archive;

import communique.access.Visibility;
import communique.briefing.OfficeCode;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A query over versions {@code v} that holds the one rule of what a caller sees: a version that is
 * neither withdrawn nor erased and whose embargo has passed by the database's clock, or one that
 * the caller's visibility allows. What was erased nobody sees.
 *
 * <p>The clock is read for each statement, not once for the transaction: whoever learns from the
 * journal that an embargo has ended must find it ended.
 */
final class VisibleQuery {
  private static final String KEPT = "v.erased_at is null and v.withdrawn_at is null";
  private static final String OPEN =
      KEPT + " and (v.embargo is null or v.embargo <= statement_timestamp())";

  private final Visibility visibility;
  private final StringBuilder sql = new StringBuilder(400);
  private final List<@Nullable Object> parameters = new ArrayList<>();

  VisibleQuery(Visibility visibility) {
    this.visibility = visibility;
  }

  /** Adds SQL with a parameter for each of its question marks. */
  VisibleQuery add(String part, Object... values) {
    sql.append(part).append(' ');
    parameters.addAll(List.of(values));
    return this;
  }

  /** Adds the rule as a condition. */
  VisibleQuery addVisible() {
    return addVisible("v");
  }

  /** Adds the rule for versions under another name. */
  VisibleQuery addVisible(String name) {
    if (visibility.everything()) {
      return add(named(visibility.withdrawn() ? "v.erased_at is null" : KEPT, name));
    }
    if (visibility.onlyPublic()) {
      return add(named("(" + OPEN + ")", name));
    }
    String offices =
        visibility.offices().stream().map(OfficeCode::code).collect(Collectors.joining(","));
    String rule =
        "(" + OPEN + " or v.erased_at is null and v.office = any (string_to_array(?, ',')))";
    return add(named(rule, name), offices);
  }

  /** Adds the rule, of what was erased as it was until then. */
  VisibleQuery addVisibleOrErased() {
    String open = "(v.embargo is null or v.embargo <= least(statement_timestamp(), v.erased_at))";
    String shown = "v.withdrawn_at is null";
    if (visibility.everything()) {
      return add(visibility.withdrawn() ? "true" : shown);
    }
    String offices =
        visibility.offices().stream().map(OfficeCode::code).collect(Collectors.joining(","));
    return add(
        "(" + shown + " and " + open + " or v.office = any (string_to_array(?, ',')))", offices);
  }

  private static String named(String rule, String name) {
    return rule.replace("v.", name + ".");
  }

  List<Object[]> rows(EntityManager database) {
    Query query = database.createNativeQuery(sql.toString());
    for (int i = 0; i < parameters.size(); i++) {
      query.setParameter(i + 1, parameters.get(i));
    }
    List<?> rows = query.getResultList();
    return rows.stream().map(row -> (Object[]) row).toList();
  }
}
