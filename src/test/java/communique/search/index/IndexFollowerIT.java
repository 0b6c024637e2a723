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
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** What the follower makes of the record: found soon, by those who may see it, after any loss. */
@ExtendWith(RunningSystem.Shared.class)
@Isolated("deletes indices")
class IndexFollowerIT {
  private static final Duration PROMISED = Duration.ofSeconds(2);

  private final RunningSystem system;
  private final Searcher search;

  IndexFollowerIT(RunningSystem system) {
    this.system = system;
    this.search = new Searcher(system);
  }

  @Test
  void what_was_deposited_is_found_within_two_seconds() throws Exception {
    List<Duration> taken = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String mark = mark();
      Version version = search.deposit("de", null, mark);
      long start = System.nanoTime();
      search.awaitFound(version, mark, "&language=de");
      taken.add(Duration.ofNanos(System.nanoTime() - start));
    }

    assertThat(Collections.min(taken)).as("on a machine that may be busy").isLessThan(PROMISED);
  }

  @Test
  void a_version_under_embargo_is_found_only_by_those_who_may_see_it() throws Exception {
    String mark = mark();
    Briefing briefing = briefing("XV-PRES");
    Version first = search.add(Samples.version(briefing, "en", 1, null, "old " + mark), null);
    search.awaitFound(first, mark, "");
    search.add(Samples.version(briefing, "en", 2, null, "new " + mark), Duration.ofHours(1));

    await(() -> versions(search.foundAs("archivist", "new " + mark)).equals(List.of(2)));
    assertThat(versions(search.found(mark, ""))).as("anybody").containsExactly(1);
    assertThat(editions(search.found("new " + mark, ""))).as("anybody").isEmpty();
    assertThat(versions(search.foundAs("archivist", mark))).as("archivist").containsExactly(2);
    assertThat(editions(search.foundAs("archivist", "old " + mark))).as("archivist").isEmpty();
    assertThat(versions(search.foundAs("xv-depositor", mark))).as("own office").containsExactly(2);
    assertThat(versions(search.foundAs("kr-depositor", mark)))
        .as("other office")
        .containsExactly(1);
    assertThat(versions(search.foundAs("kr-depositor", "old " + mark))).containsExactly(1);
  }

  @Test
  void a_correction_under_embargo_leaves_the_public_index_as_it_is() throws Exception {
    String mark = mark();
    Briefing briefing = briefing("XV-PRES");
    Version first = search.add(Samples.version(briefing, "en", 1, null, "old " + mark), null);
    search.awaitFound(first, mark, "");
    String before = publicDocument(first);
    search.add(Samples.version(briefing, "en", 2, null, "new " + mark), Duration.ofHours(1));

    await(() -> versions(search.foundAs("archivist", "new " + mark)).equals(List.of(2)));
    assertThat(publicDocument(first)).isEqualTo(before).contains("\"_seq_no\"");
  }

  // With the number of the operation that wrote it.
  private String publicDocument(Version version) throws Exception {
    String id = BriefingDocument.id(version.briefing().id());
    URI document = system.searchUri().resolve("/" + Shelf.PUBLIC.searchedAs() + "/_doc/" + id);
    return system
        .client()
        .send(HttpRequest.newBuilder(document).build(), BodyHandlers.ofString())
        .body();
  }

  @Test
  void when_its_embargo_ends_a_version_is_found_by_anybody() throws Exception {
    String mark = mark();
    Version version =
        search.add(
            Samples.version(briefing("XV-PRES"), "en", 1, null, "waiting " + mark),
            Duration.ofSeconds(10));
    await(() -> versions(search.foundAs("archivist", mark)).equals(List.of(1)));
    assertThat(editions(search.found(mark, ""))).isEmpty();

    await(() -> editions(search.found(mark, "")).equals(List.of(id(version))));
    assertThat(versions(search.foundAs("archivist", mark))).containsExactly(1);
  }

  @Test
  void lost_indices_are_filled_again_from_the_record() throws Exception {
    String mark = mark();
    Version version = search.deposit("de", null, mark);
    search.add(
        Samples.version(version.briefing(), "de", 2, null, "new " + mark), Duration.ofHours(1));
    search.awaitFound(version, mark, "");

    IndexKeeper index = new IndexKeeper(system);
    for (String name : index.names()) {
      index.tell("DELETE", "/" + name, "");
    }

    await(() -> editions(search.found(mark, "")).equals(List.of(id(version))));
    await(() -> versions(search.foundAs("archivist", mark)).equals(List.of(2)));
  }
}
