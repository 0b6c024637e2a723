package communique.doors;

import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.rest.RestClient;
import communique.support.RunningSystem;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** What callers meet while a server is away, and what is left when one was killed. */
@ExtendWith(RunningSystem.Shared.class)
@Isolated("stops servers")
final class FaultsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final RunningSystem system;
  private final Depositor depositor;

  FaultsIT(RunningSystem system) throws IOException {
    this.system = system;
    this.depositor = new Depositor(system);
  }

  @Test
  void without_elasticsearch_deposits_and_reads_go_on_and_search_catches_up_later()
      throws Exception {
    UUID briefing;
    RestClient archivist = RestClient.as("archivist", system);
    archivist.must("PUT", "searches/Faults", "{\"search\":\"q=perseverance\"}");
    system.stopElasticsearch();
    try {
      briefing = depositor.deposit("Perseverance", "Kept while nobody could search.");
      assertThat(depositor.get(edition(briefing)).statusCode()).isEqualTo(200);
      HttpResponse<String> search = depositor.get("api/v1/search?q=perseverance");
      assertThat(search.statusCode()).isEqualTo(503);
      assertThat(search.headers().firstValue("Retry-After")).isPresent();
      assertThat(search.body()).contains("SEARCH_UNAVAILABLE");
      assertThat(depositor.get("search?q=perseverance").statusCode()).isEqualTo(503);
      // What is saved can be seen and forgotten, only not counted.
      assertThat(archivist.must("GET", "searches", ""))
          .contains("\"name\":\"Faults\"")
          .doesNotContain("\"new\"");
      archivist.must("DELETE", "searches/Faults", "");
    } finally {
      system.startElasticsearch();
    }
    eventually(() -> depositor.get("api/v1/search?q=perseverance").body().contains("" + briefing));
  }

  @Test
  void without_postgresql_all_doors_say_that_they_cannot_answer_now_and_recover_by_themselves()
      throws Exception {
    UUID briefing = depositor.deposit("Patience", "Here before and after.");
    system.stopPostgres();
    try {
      Instant before = Instant.now();
      HttpResponse<String> read = depositor.get(edition(briefing));
      assertThat(read.statusCode()).isEqualTo(503);
      assertThat(read.headers().firstValue("Retry-After")).isPresent();
      assertThat(read.body()).contains("RECORD_UNAVAILABLE").doesNotContain("Exception");
      HttpResponse<String> deposit = depositor.hand("Patience", "Too early.");
      assertThat(deposit.statusCode()).isIn(500, 503);
      assertThat(deposit.body()).contains("RECORD_UNAVAILABLE").doesNotContain("Exception");
      assertThat(depositor.get("").statusCode()).isEqualTo(503);
      assertThat(depositor.get("health/ready").statusCode()).isEqualTo(503);
      assertThat(Instant.now()).as("nobody is kept waiting").isBefore(before.plusSeconds(9));
    } finally {
      system.startPostgres();
    }
    eventually(() -> depositor.get(edition(briefing)).statusCode() == 200);
    depositor.deposit("Patience", "In time.");
  }

  @Test
  void every_acknowledged_deposit_survives_the_sudden_end_of_the_server() throws Exception {
    ConcurrentLinkedQueue<UUID> acknowledged = new ConcurrentLinkedQueue<>();
    CountDownLatch enough = new CountDownLatch(200);
    ExecutorService clients = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> loops =
          IntStream.range(0, 4)
              .<Future<?>>mapToObj(
                  client -> clients.submit(() -> depositUntilTheEnd(acknowledged, enough)))
              .toList();
      enough.await();
      system.killLiberty();
      for (Future<?> loop : loops) {
        loop.get();
      }
    } finally {
      clients.shutdownNow();
      system.startLiberty();
    }
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(200);
    for (UUID briefing : acknowledged) {
      assertThat(depositor.get(edition(briefing)).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_briefing_under_embargo_is_like_none_until_its_instant() throws Exception {
    Instant instant = Instant.now().plusSeconds(6);
    UUID briefing = depositor.depositUnderEmbargo("Silentium", instant.toString());
    HttpResponse<String> hidden = depositor.get(edition(briefing));
    HttpResponse<String> absent = depositor.get(edition(UUID.randomUUID()));
    assertThat(hidden.statusCode()).isEqualTo(404).isEqualTo(absent.statusCode());
    assertThat(depositor.getAsDepositor(edition(briefing)).statusCode()).isEqualTo(200);
    assertThat(depositor.get("api/v1/briefings").body()).doesNotContain("" + briefing);
    assertThat(depositor.get("api/v1/search?q=silentium").body()).doesNotContain("" + briefing);
    eventually(() -> depositor.get(edition(briefing)).statusCode() == 200);
    assertThat(Instant.now()).isAfter(instant);
    eventually(() -> depositor.get("api/v1/search?q=silentium").body().contains("" + briefing));
  }

  private void depositUntilTheEnd(ConcurrentLinkedQueue<UUID> acknowledged, CountDownLatch enough) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        acknowledged.add(depositor.deposit("Endurance", "One of many."));
        enough.countDown();
      }
    } catch (IOException e) {
      // The server is gone: what was acknowledged until here must be there later.
      enough.countDown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String edition(UUID briefing) {
    return "api/v1/briefings/" + briefing + "/en";
  }

  private static void eventually(Callable<Boolean> condition) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.call()) {
      assertThat(Instant.now()).as("patience").isBefore(end);
      Thread.sleep(100);
    }
  }
}
