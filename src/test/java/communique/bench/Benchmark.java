package communique.bench;

import communique.doors.rest.RestClient;
import communique.support.CannotRun;
import communique.support.RunningSystem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Measures the whole archive as it runs: the record first nearly empty, then with 100,000
 * briefings, then with a million; and another archive of 100,000 briefings in ten languages that
 * are searched. Prints a table in Markdown. What is loaded is asked in turn by one load generator
 * on the same machine, so all figures are for what is left of its processors.
 */
public final class Benchmark {
  private static final int FEW = 1_000;
  private static final int MANY = Integer.getInteger("communique.bench.many", 100_000);
  private static final int MOST = Integer.getInteger("communique.bench.most", 1_000_000);
  private static final int ASKED = 1_000;

  /** The one part that is measured, {@code record} or {@code search}; absent for both. */
  private static final @Nullable String ONLY = System.getProperty("communique.bench.only");

  private final RunningSystem system;
  private final Wrk wrk;
  private final Table table;
  private final RestClient depositor;
  private final String basic;

  private Benchmark(RunningSystem system, Wrk wrk, Table table) throws IOException {
    this.system = system;
    this.wrk = wrk;
    this.table = table;
    this.depositor = RestClient.as("xv-depositor", system);
    this.basic =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    ("xv-depositor:" + system.password("xv-depositor"))
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** Ends the JVM, with 1 and one sentence when it cannot be done. */
  public static void main(String[] arguments) throws Exception {
    Path wrk = Machine.program("wrk").orElse(null);
    if (wrk == null) {
      System.err.println("\nThe load generator wrk is not installed: apt-get install wrk\n");
      System.exit(1);
      return;
    }
    Table table = new Table();
    try {
      System.out.println("load average at the start: " + Machine.load());
      if (measures("record")) {
        try (RunningSystem system = RunningSystem.measured("bench")) {
          new Benchmark(system, load(wrk, system), table).run();
        }
      }
      if (measures("search")) {
        try (RunningSystem system = RunningSystem.measured("bench")) {
          search(system, load(wrk, system), table);
        }
      }
      System.out.printf("%n%s%nload average at the end: %s%n", table, Machine.load());
    } catch (CannotRun e) {
      System.err.println("\n" + e.getMessage() + "\n");
      System.exit(1);
    }
    System.exit(0);
  }

  private static boolean measures(String part) {
    return ONLY == null || ONLY.equals(part);
  }

  private static Wrk load(Path wrk, RunningSystem system) throws IOException {
    Path folder = Files.createDirectories(system.home().resolve("load"));
    return new Wrk(wrk, folder, new Machine(system.libertyProcess(), system.postgresProcess()));
  }

  private static void search(RunningSystem system, Wrk wrk, Table table) throws Exception {
    new TenLanguages(system, wrk.folder()).fill(MANY);
    new Searches(system, table).measure();
    new Indexing(system, wrk, table).measure();
  }

  private void run()
      throws IOException, InterruptedException, SQLException, GeneralSecurityException {
    String receipt = depositor.must("POST", "briefings", Texts.json().replace("@@", "first"));
    UUID first = UUID.fromString(RestClient.field("briefing", receipt));
    String stored = RestClient.anonymous(system).get("briefings/" + first + "/en").body();
    Floors floors = new Floors(system, wrk.folder(), wrk, stored);
    try (Connection database = system.database()) {
      Holdings holdings = new Holdings(database, first);
      holdings.grow(FEW);
      Sizes sizes = new Sizes(system, wrk, table);
      sizes.warmUp();
      sizes.measure(FEW);
      Soap soap = new Soap(system, wrk, table);
      Soap.Peer peer = soap.peer(MANY);
      holdings.grow(MANY);
      reading(floors);
      soap.depositRare(depositor);
      depositing(floors);
      soap.measure(peer, Holdings.copy(1).toString(), basic);
      new Others(system, wrk, table).measure(() -> soap.search(peer));
      holdings.grow(MOST);
      sizes.measure(MOST);
    }
  }

  private void reading(Floors floors) throws IOException, InterruptedException, SQLException {
    Rate files = floors.files();
    Rate select = floors.select();
    URI http = system.httpUri();
    List<String> briefings =
        new Random(7)
            .ints(ASKED, 1, Math.min(FEW, MANY) + 1)
            .mapToObj(i -> Holdings.copy(i * Math.max(1, MANY / FEW)).toString())
            .toList();
    List<String> editions =
        briefings.stream().map(id -> "/api/v1/briefings/" + id + "/en").toList();
    Rate read = wrk.best(new Wrk.Load(http, 16, Wrk.reading(editions)), 4);
    table.add(
        "read a version over REST, 16 connections; floor nginx, a static file",
        files,
        read,
        "0.25");
    table.add("the same; floor PostgreSQL, a row by its key", select, read, "");
    List<String> newest = List.of("/api/v1/briefings?limit=20");
    Rate list = wrk.best(new Wrk.Load(http, 16, Wrk.reading(newest)), 4);
    table.add(
        "newest 20 over REST, 16 connections; floor nginx, a static file", files, list, "0.1");
  }

  private void depositing(Floors floors) throws IOException, InterruptedException, SQLException {
    @Nullable Rate insert = floors.insert();
    String issued =
        depositor.must("POST", "tokens", "{\"name\":\"bench\",\"actions\":[\"deposit\"]}");
    String bearer = "Bearer " + RestClient.field("secret", issued);
    table.add(
        "durable deposit over REST (HTTPS, Basic), 8 connections; floor PostgreSQL, insert",
        insert,
        deposit(basic),
        "0.25");
    table.add("the same with a bearer token", insert, deposit(bearer), "");
  }

  private Rate deposit(String authorization) throws IOException, InterruptedException {
    String script =
        Wrk.sending(
            "/api/v1/briefings",
            Texts.json(),
            "Authorization",
            authorization,
            "Content-Type",
            "application/json");
    return wrk.best(new Wrk.Load(system.httpsUri(), 8, script), 4);
  }
}
