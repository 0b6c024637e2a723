package communique.search.server;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.Collection;
import java.util.List;

/** Short names for the queries of Elasticsearch that are made of others. */
public final class Queries {
  private Queries() {}

  public static Query is(String field, String value) {
    return Query.of(query -> query.term(term -> term.field(field).value(value)));
  }

  public static Query is(String field, boolean value) {
    return Query.of(query -> query.term(term -> term.field(field).value(value)));
  }

  public static Query isOneOf(String field, Collection<String> values) {
    List<FieldValue> all = values.stream().map(FieldValue::of).toList();
    return Query.of(query -> query.terms(in -> in.field(field).terms(any -> any.value(all))));
  }

  public static Query all(List<Query> queries) {
    return Query.of(query -> query.bool(bool -> bool.must(queries)));
  }

  public static Query any(List<Query> queries) {
    return Query.of(query -> query.bool(bool -> bool.should(queries).minimumShouldMatch("1")));
  }

  public static Query not(Query excluded) {
    return Query.of(query -> query.bool(bool -> bool.mustNot(excluded)));
  }

  /** The first narrows what the second weighs. */
  public static Query both(Query filter, Query weighed) {
    return Query.of(query -> query.bool(bool -> bool.filter(filter).must(weighed)));
  }

  /** The best of these decides the weight. */
  public static Query best(List<Query> queries) {
    return Query.of(query -> query.disMax(best -> best.queries(queries)));
  }

  /** A query whose finds weigh so much more. */
  public static Query lifted(Query weighed, float lift) {
    Query constant = Query.of(query -> query.matchAll(all -> all.boost(lift)));
    return Query.of(query -> query.bool(bool -> bool.must(weighed, constant)));
  }
}
