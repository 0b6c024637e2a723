package communique.bench;

import communique.doors.rest.RestClient;
import communique.support.RunningSystem;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What is not held against a floor: imports, memory, and what time could tell. */
record Others(RunningSystem system, Wrk wrk, Table table) {
  private static final int LARGE = 200 * 1024 * 1024;

  /** Memory is flat if it grows by the same for all of them. */
  private static final int[] LINES = {15_000, 60_000, 240_000};

  private static final int PROBES = 1_500;
  private static final int MINUTES = 6;

  /**
   * @param searching what else is measured when all is indexed
   */
  void measure(Searching searching) throws IOException, InterruptedException {
    secrecy();
    upload();
    Indexing.await(system);
    searching.measure();
    // Last: what they bring in is indexed for minutes.
    for (int lines : LINES) {
      imports(lines);
    }
  }

  /** Searches that are measured. */
  interface Searching {
    void measure() throws IOException, InterruptedException;
  }

  /** What stands for nothing to see must not be told by how long that takes. */
  private void secrecy() throws IOException, InterruptedException {
    String secret =
        RestClient.field(
            "briefing",
            RestClient.as("xv-depositor", system)
                .must(
                    "POST",
                    "briefings",
                    Texts.json()
                        .replace("@@", "secret")
                        .replaceFirst("\\{", "{\"embargo\":\"2099-01-01T00:00:00Z\",")));
    String absent = UUID.randomUUID().toString();
    double[] secretTimes = new double[PROBES];
    double[] absentTimes = new double[PROBES];
    for (int i = -200; i < PROBES; i++) {
      double first = time(secret);
      double second = time(absent);
      if (i >= 0) {
        secretTimes[i] = first;
        absentTimes[i] = second;
      }
    }
    table.note(
        "anonymous GET of an embargoed edition against one that does not exist, medians",
        String.format(Locale.ENGLISH, "%.2f ms, %.2f ms", median(secretTimes), median(absentTimes)),
        "within 5 ms");
  }

  private double time(String briefing) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(system.httpUri().resolve("/api/v1/briefings/" + briefing + "/en"))
            .build();
    long start = System.nanoTime();
    int status = system.client().send(request, BodyHandlers.ofByteArray()).statusCode();
    if (status != 404) {
      throw new IOException("an answer with " + status + " for what nobody may see");
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private static double median(double[] times) {
    return Arrays.stream(times).sorted().skip(times.length / 2).findFirst().orElse(Double.NaN);
  }

  private void upload() throws IOException, InterruptedException {
    Path file = wrk.folder().resolve("large.pdf");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII));
      byte[] some = new byte[1 << 20];
      new Random(7).nextBytes(some);
      for (int written = 9; written < LARGE; written += some.length) {
        out.write(some, 0, Math.min(some.length, LARGE - written));
      }
    }
    HttpRequest request = post("/api/v1/media", "application/pdf", file);
    long before = wrk.machine().heap();
    long start = System.nanoTime();
    Watched<HttpResponse<String>> watched =
        watch(() -> system.client().send(request, BodyHandlers.ofString()));
    double seconds = (System.nanoTime() - start) / 1e9;
    Files.delete(file);
    table.note(
        "upload of a file of 200 MB over HTTPS",
        watched.result().statusCode() / 100 == 2
            ? String.format(
                Locale.ENGLISH,
                "%.1f s; memory of the server grew by %d MB, heap after collection by %d MB",
                seconds,
                watched.growth(),
                wrk.machine().heap() - before)
            : "not there",
        "flat");
  }

  private void imports(int lines) throws IOException, InterruptedException {
    Path file = wrk.folder().resolve("lines.ndjson");
    String line = Texts.json();
    try (var out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < lines; i++) {
        out.write(line.replace("@@", "line-" + lines + "-" + i));
        out.write('\n');
      }
    }
    HttpRequest request = post("/api/v1/imports", "application/x-ndjson", file);
    long heap = wrk.machine().heap();
    Machine.Used before = wrk.machine().used();
    long start = System.nanoTime();
    Watched<String> watched =
        watch(() -> imported(system.client().send(request, BodyHandlers.ofString())));
    double seconds = (System.nanoTime() - start) / 1e9;
    Files.delete(file);
    String what = String.format(Locale.ENGLISH, "import of %,d lines of 3 KB", lines);
    if (watched.result().isEmpty()) {
      table.note(what, "not there", "3,000/s");
    } else {
      String busy = wrk.machine().used().since(before).over(seconds);
      table.add(what, null, new Rate(lines / seconds, Double.NaN, busy), "3,000/s");
      table.note(
          "memory of the server while it imported",
          "grew by "
              + watched.growth()
              + " MB at most, heap after collection by "
              + (wrk.machine().heap() - heap)
              + " MB; "
              + watched.result(),
          "flat");
    }
  }

  // Waits for its end; empty where there are no imports.
  private String imported(HttpResponse<String> answer) throws IOException, InterruptedException {
    if (answer.statusCode() != 202) {
      return "";
    }
    RestClient client = RestClient.as("xv-depositor", system);
    String address = "imports/" + RestClient.field("id", answer.body());
    String told = answer.body();
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
    while (System.nanoTime() < end
        && (told.contains("\"waiting\"") || told.contains("\"running\""))) {
      TimeUnit.MILLISECONDS.sleep(250);
      told = client.must("GET", address, "");
    }
    return RestClient.field("state", told) + ", " + RestClient.field("kept", told) + " kept";
  }

  private HttpRequest post(String path, String type, Path file) throws IOException {
    String login = "xv-depositor:" + system.password("xv-depositor");
    return HttpRequest.newBuilder(system.httpsUri().resolve(path))
        .version(HttpClient.Version.HTTP_1_1)
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
        .header("Content-Type", type)
        .POST(BodyPublishers.ofFile(file))
        .build();
  }

  private interface Work<T> {
    T done() throws IOException, InterruptedException;
  }

  /**
   * What came of some work.
   *
   * @param growth by how many MB the server's memory grew at most meanwhile
   */
  private record Watched<T>(T result, long growth) {}

  private <T> Watched<T> watch(Work<T> work) throws IOException, InterruptedException {
    long before = wrk.machine().resident();
    AtomicLong most = new AtomicLong(before);
    Thread watching =
        new Thread(
            () -> {
              try {
                while (true) {
                  most.accumulateAndGet(wrk.machine().resident(), Math::max);
                  TimeUnit.MILLISECONDS.sleep(50);
                }
              } catch (IOException | InterruptedException e) {
                Thread.currentThread().interrupt(); // The work is done.
              }
            },
            "watching-memory");
    watching.start();
    try {
      return new Watched<>(work.done(), most.get() - before);
    } finally {
      watching.interrupt();
      watching.join();
    }
  }
}
