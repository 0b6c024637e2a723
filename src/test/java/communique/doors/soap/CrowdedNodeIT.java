package communique.doors.soap;

import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.rest.RestClient;
import communique.support.Heap;
import communique.support.OnTwoNodes;
import communique.support.RunningSystem;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A node that works on more requests at once than it has connections to the database. */
@OnTwoNodes
final class CrowdedNodeIT {
  private static final long MB = 1024 * 1024;
  private static final int FILES = 20;
  private static final int SENDERS = 60;
  private static final int DEPOSITS = 200;

  private final RunningSystem node;
  private final RestClient office;
  private final SoapClient client;
  private final String basic;

  CrowdedNodeIT(RunningSystem system) throws Exception {
    node = system.secondNode();
    office = RestClient.as("xv-depositor", system).at(node);
    client = new SoapClient(node);
    basic = SoapClient.basic(SoapClient.DEPOSITOR, system.password(SoapClient.DEPOSITOR));
  }

  @Test
  void deposits_that_wait_for_each_other_leave_a_connection_to_take_them_in() throws Exception {
    List<Callable<Integer>> deposits = new ArrayList<>();
    for (int i = 0; i < DEPOSITS; i++) {
      String text = RestClient.statement("One of many " + i);
      deposits.add(() -> office.post("briefings", text).statusCode());
    }
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    try {
      for (Future<Integer> status : senders.invokeAll(deposits)) {
        assertThat(status.get()).isEqualTo(201);
      }
    } finally {
      senders.shutdownNow();
    }
  }

  @Test
  void twenty_files_of_fifty_megabytes_at_once_hardly_fill_the_memory() throws Exception {
    assertThat(attach(2 * MB, GrowingFile.ALONE)).isEqualTo("" + 2 * MB);
    long before = Heap.inUse(node.libertyProcess());
    CountDownLatch toBegin = new CountDownLatch(FILES);
    ExecutorService senders = Executors.newFixedThreadPool(FILES);
    long most = 0;
    try {
      List<Future<String>> sizes = new ArrayList<>();
      for (int i = 0; i < FILES; i++) {
        sizes.add(senders.submit(() -> attach(50 * MB, toBegin)));
      }
      while (!sizes.stream().allMatch(Future::isDone)) {
        most = Math.max(most, Heap.inUse(node.libertyProcess()));
        Thread.sleep(200);
      }
      for (Future<String> size : sizes) {
        assertThat(size.get()).isEqualTo("" + 50 * MB);
      }
    } finally {
      senders.shutdownNow();
    }
    // Each waited in its middle until all had begun.
    assertThat(toBegin.getCount()).isZero();
    System.out.printf("%d files of 50 MB: the heap grew by %d MB%n", FILES, (most - before) / 1024);
    assertThat(most - before).isLessThan(100 * 1024);
  }

  private String attach(long size, CountDownLatch toBegin)
      throws IOException, InterruptedException {
    return client
        .send(
            client
                .request("soap/deposit", Mtom.TYPE, pdf(size, toBegin))
                .header("Authorization", basic))
        .first("Size");
  }

  private static BodyPublisher pdf(long size, CountDownLatch toBegin) {
    String root =
        SoapMinistry.envelope(
            "AttachMedia", "<ContentType>application/pdf</ContentType>" + Mtom.INCLUDE);
    return BodyPublishers.ofInputStream(
        () -> Mtom.around(Mtom.begin(root), new GrowingFile(size, toBegin)));
  }
}
