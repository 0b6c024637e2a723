package communique.search.index;

import static communique.search.Searcher.await;
import static communique.search.Searcher.briefing;
import static communique.search.Searcher.editions;
import static communique.search.Searcher.id;
import static communique.search.Searcher.mark;
import static communique.search.Searcher.versions;
import static org.assertj.core.api.Assertions.assertThat;

import communique.briefing.Briefing;
import communique.briefing.Version;
import communique.search.Samples;
import communique.search.Searcher;
import communique.search.server.Shelf;
import communique.support.RunningSystem;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** How an administrator keeps the search index. */
@ExtendWith(RunningSystem.Shared.class)
@Isolated("changes Elasticsearch")
class IndexOperationsIT {
  /** So that searches see it. */
  private static final String AT_ONCE = "?refresh=true";

  /** A change of names that no node knows. */
  private static final long UNKNOWN = 1_000_000_000_000L;

  private final RunningSystem system;
  private final Searcher search;
  private final IndexKeeper index;

  IndexOperationsIT(RunningSystem system) throws Exception {
    this.system = system;
    search = new Searcher(system);
    index = new IndexKeeper(system);
  }

  @Test
  void a_rebuild_is_searched_through_and_takes_in_what_comes_meanwhile() throws Exception {
    String mark = mark();
    Version before = search.deposit("de", null, mark);
    search.awaitFound(before, mark, "");
    int old = index.serving();

    JsonObject rebuild = index.rebuild();
    Version meanwhile = search.deposit("de", null, "mitten " + mark);
    assertThat(index.rebuild().getString("id"))
        .as("one at a time")
        .isEqualTo(rebuild.getString("id"));
    await(
        () -> {
          assertThat(editions(search.found(mark, ""))).contains(id(before));
          return index.seen(rebuild).getString("state").equals("serving");
        });

    assertThat(index.serving()).isEqualTo(rebuild.getInt("number")).isGreaterThan(old);
    await(() -> editions(search.found(mark, "")).size() == 2);
    assertThat(editions(search.found(mark, ""))).contains(id(before), id(meanwhile));
    Version after = search.deposit("de", null, "danach " + mark);
    search.awaitFound(after, mark, "");
    await(() -> !index.tell("GET", "/_alias", "").contains("public-" + old + "\""));
    assertThat(editions(search.found(mark, ""))).hasSize(3);
  }

  @Test
  void a_rebuild_that_cannot_go_on_leaves_the_old_index_serving_and_can_be_given_up()
      throws Exception {
    String mark = mark();
    int old = index.serving();
    index.allowNewIndices(false);
    try {
      JsonObject rebuild = index.rebuild();
      Version meanwhile = search.deposit("de", null, mark);
      search.awaitFound(meanwhile, mark, "");
      assertThat(index.seen(rebuild).getString("state")).isEqualTo("filling");
      assertThat(index.cancel(rebuild).getString("state")).isEqualTo("cancelled");
    } finally {
      index.allowNewIndices(true);
    }
    assertThat(index.state()).doesNotContainKey("filling");
    assertThat(index.serving()).isEqualTo(old);
  }

  @Test
  void a_document_that_is_refused_holds_up_no_other_and_is_parked_until_it_is_asked_for()
      throws Exception {
    String mark = mark();
    Briefing briefing = briefing("XV-PRES");
    search.awaitFound(
        search.add(Samples.version(briefing, "de", 1, null, "erst " + mark), null), mark, "");
    index.set(Shelf.PUBLIC, "index.mapping.nested_objects.limit", "1");
    try {
      search.add(Samples.version(briefing, "en", 1, null, "second " + mark), null);
      Version other = search.deposit("de", null, "anderes " + mark);
      search.awaitFound(other, mark, "");
      await(() -> index.parked().contains(briefing.id().toString()));
      assertThat(index.parked()).contains("\"tries\":3", "nested documents");
      assertThat(index.state().getInt("parked")).isPositive();
      assertThat(editions(search.found("second " + mark, ""))).isEmpty();
      await(() -> editions(search.found("erst " + mark, "")).isEmpty());
      assertThat(index.compare(false).getInt("missing")).isPositive();
    } finally {
      index.set(Shelf.PUBLIC, "index.mapping.nested_objects.limit", "null");
    }

    index.retry(briefing.id().toString());
    await(() -> !editions(search.found("second " + mark, "")).isEmpty());
    await(() -> !index.parked().contains(briefing.id().toString()));
  }

  @Test
  void where_the_restricted_index_alone_is_lost_the_public_one_serves_on_until_others_do()
      throws Exception {
    String mark = mark();
    Version before = search.deposit("de", null, "zuvor " + mark);
    search.awaitFound(before, mark, "");
    int old = index.serving();
    index.allowNewIndices(false);
    try {
      for (String name : index.names()) {
        if (name.contains("restricted")) {
          index.tell("DELETE", "/" + name, "");
        }
      }
      await(() -> index.state().containsKey("filling"));
      Version meanwhile = search.deposit("de", null, "indessen " + mark);
      search.awaitFound(meanwhile, mark, "");
      assertThat(editions(search.found(mark, ""))).contains(id(before));
      assertThat(search.foundAs("archivist", mark).statusCode()).isEqualTo(503);
      assertThat(index.serving()).isEqualTo(old);
      assertThat(index.names()).hasSize(1);
    } finally {
      index.allowNewIndices(true);
    }
    await(() -> index.serving() > old, IndexKeeper.ALL);
    await(() -> editions(search.foundAs("archivist", mark)).size() == 2);
    assertThat(editions(search.found(mark, ""))).hasSize(2);
  }

  @Test
  void nothing_is_indexed_by_a_node_that_does_not_know_all_names_that_are_looked_for()
      throws Exception {
    String mark = mark();
    long before = announce(UNKNOWN);
    Version version;
    try {
      version = search.deposit("de", null, mark);
      await(() -> index.state().getJsonObject("lag").getJsonNumber("single").doubleValue() > 2);
      assertThat(editions(search.found(mark, ""))).isEmpty();
    } finally {
      announce(before);
    }
    search.awaitFound(version, mark, "");
  }

  @Test
  void what_is_indexed_while_names_begin_to_be_looked_for_that_the_node_does_not_know_is_so_again()
      throws Exception {
    String mark = mark();
    Version version;
    long before;
    try (Connection step = system.database();
        Statement held = step.createStatement()) {
      // The step can be read but not ended.
      step.setAutoCommit(false);
      held.execute("lock table index_refused in share mode");
      version = search.deposit("de", null, mark);
      search.awaitFound(version, mark, "");
      before = announce(UNKNOWN);
      step.rollback();
    }
    try {
      await(() -> isAsked(version));
    } finally {
      announce(before);
    }
  }

  /** Up to which change names are looked for from now on; gives what it was. */
  private long announce(long position) throws SQLException {
    try (Connection database = system.database();
        Statement statement = database.createStatement()) {
      long before = number(statement, "select announced from authority_followed");
      statement.execute("update authority_followed set announced = " + position);
      return before;
    }
  }

  private boolean isAsked(Version version) throws SQLException {
    String asked =
        "select count(*) from index_request where open_position is not null and briefing = '%s'";
    try (Connection database = system.database();
        Statement statement = database.createStatement()) {
      return number(statement, asked.formatted(version.briefing().id())) == 1;
    }
  }

  private static long number(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Test
  void what_differs_from_the_record_is_told_and_mended() throws Exception {
    String mark = mark();
    Version lost = search.deposit("de", null, "verloren " + mark);
    Version hidden = search.deposit("de", null, "offen " + mark);
    search.add(
        Samples.version(hidden.briefing(), "de", 2, null, "geheim " + mark), Duration.ofHours(1));
    search.awaitFound(lost, mark, "");
    await(() -> versions(search.foundAs("archivist", "geheim " + mark)).equals(List.of(2)));
    String untouched = document(Shelf.PUBLIC, hidden);
    index.compare(true);
    await(() -> sum(index.compare(false)) == 0, IndexKeeper.ALL);

    index.tell("DELETE", path(Shelf.PUBLIC, lost.briefing().id()) + AT_ONCE, "");
    index.tell("DELETE", path(Shelf.RESTRICTED, hidden.briefing().id()) + AT_ONCE, "");
    UUID nobodys = UUID.randomUUID();
    index.tell("PUT", path(Shelf.PUBLIC, nobodys) + AT_ONCE, "{\"briefing\":\"" + nobodys + "\"}");
    JsonObject found = index.compare(false);
    assertThat(found.getInt("missing")).isEqualTo(2);
    assertThat(found.getInt("surplus")).isEqualTo(1);
    assertThat(found.getJsonArray("examples").toString())
        .contains(lost.briefing().id().toString(), nobodys.toString());

    index.compare(true);
    await(() -> sum(index.compare(false)) == 0, IndexKeeper.ALL);
    search.awaitFound(lost, mark, "");
    await(() -> versions(search.foundAs("archivist", "geheim " + mark)).equals(List.of(2)));
    assertThat(document(Shelf.PUBLIC, hidden)).as("not even written").isEqualTo(untouched);
  }

  @Test
  void what_is_newer_than_the_record_is_told_and_a_rebuild_mends_it() throws Exception {
    UUID nobodys = UUID.randomUUID();
    index.tell(
        "PUT",
        path(Shelf.RESTRICTED, nobodys) + "?version_type=external&version=1000000000000",
        "{\"briefing\":\"" + nobodys + "\"}");
    await(() -> index.compare(true).getInt("ahead") == 1);
    JsonObject rebuild = index.rebuild();
    await(() -> index.seen(rebuild).getString("state").equals("serving"), IndexKeeper.ALL);
    assertThat(index.compare(false).getInt("ahead")).isZero();
  }

  @Test
  void while_an_index_may_not_be_written_nothing_is_lost() throws Exception {
    String mark = mark();
    index.set(Shelf.PUBLIC, "index.blocks.write", "true");
    Version version;
    try {
      version = search.deposit("de", null, mark);
      await(() -> index.state().getJsonObject("lag").getJsonNumber("single").doubleValue() > 1);
      assertThat(search.found(mark, "").statusCode()).isEqualTo(200);
      assertThat(index.parked()).doesNotContain(version.briefing().id().toString());
    } finally {
      index.set(Shelf.PUBLIC, "index.blocks.write", "null");
    }
    search.awaitFound(version, mark, "");
  }

  @Test
  void when_a_part_is_missing_searches_that_need_it_are_refused_and_no_others() throws Exception {
    String mark = mark();
    Version version = search.deposit("de", null, mark);
    search.awaitFound(version, mark, "");
    // What was there once Elasticsearch brings back whatever it is told; what is new it does not.
    String part = "/communique-part-of-nowhere";
    index.tell(
        "PUT",
        part + "?wait_for_active_shards=0",
        """
        {"settings":{"index.routing.allocation.require._name":"nowhere"},
         "aliases":{"%s":{}}}"""
            .formatted(Shelf.RESTRICTED.searchedAs()));
    try {
      await(() -> search.foundAs("archivist", mark).statusCode() == 503);
      assertThat(search.foundAs("archivist", mark).body()).contains("SEARCH_UNAVAILABLE");
      assertThat(editions(search.found(mark, ""))).containsExactly(id(version));
    } finally {
      index.tell("DELETE", part, "");
    }
    await(() -> search.foundAs("archivist", mark).statusCode() == 200);
  }

  private String document(Shelf shelf, Version version) throws Exception {
    return index.tell("GET", path(shelf, version.briefing().id()), "");
  }

  private static String path(Shelf shelf, UUID briefing) {
    return "/" + shelf.searchedAs() + "/_doc/" + briefing;
  }

  private static int sum(JsonObject comparison) {
    return comparison.getInt("missing")
        + comparison.getInt("surplus")
        + comparison.getInt("outdated")
        + comparison.getInt("ahead");
  }
}
