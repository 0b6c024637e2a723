package communique.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.Collection;
import java.util.List;

/** Short names for the queries of Elasticsearch that are made of others. */
final class Queries {
  private Queries() {}

  static Query is(String field, String value) {
    return Query.of(query -> query.term(term -> term.field(field).value(value)));
  }

  static Query is(String field, boolean value) {
    return Query.of(query -> query.term(term -> term.field(field).value(value)));
  }

  static Query isOneOf(String field, Collection<String> values) {
    List<FieldValue> all = values.stream().map(FieldValue::of).toList();
    return Query.of(query -> query.terms(in -> in.field(field).terms(any -> any.value(all))));
  }

  static Query all(List<Query> queries) {
    return Query.of(query -> query.bool(bool -> bool.must(queries)));
  }

  static Query any(List<Query> queries) {
    return Query.of(query -> query.bool(bool -> bool.should(queries).minimumShouldMatch("1")));
  }

  static Query not(Query excluded) {
    return Query.of(query -> query.bool(bool -> bool.mustNot(excluded)));
  }

  /** The first narrows what the second weighs. */
  static Query both(Query filter, Query weighed) {
    return Query.of(query -> query.bool(bool -> bool.filter(filter).must(weighed)));
  }

  /** The best of these decides the weight. */
  static Query best(List<Query> queries) {
    return Query.of(query -> query.disMax(best -> best.queries(queries)));
  }

  /** A query whose finds weigh so much more. */
  static Query lifted(Query weighed, float lift) {
    Query constant = Query.of(query -> query.matchAll(all -> all.boost(lift)));
    return Query.of(query -> query.bool(bool -> bool.must(weighed, constant)));
  }
}
