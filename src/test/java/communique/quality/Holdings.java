package communique.quality;

import com.fasterxml.jackson.databind.JsonNode;
import communique.briefing.Digest;
import communique.doors.imports.Importer;
import communique.support.RunningSystem;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings the collection and its names into the archive, through the doors. */
final class Holdings {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** A name that is in the file, in another script than the texts have it in. */
  private static final String KNOWN_NAME = "Меркель";

  /** Import, then source, id, language and maybe version: what an import files a line under. */
  private static final Pattern REFERENCE =
      Pattern.compile("import:(.*)/[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*(?:/[0-9]+)?");

  private final RunningSystem system;
  private final Importer archivist;
  private final Importer administrator;

  Holdings(RunningSystem system) {
    this.system = system;
    this.archivist = new Importer(system, "archivist");
    this.administrator = new Importer(system, "admin");
  }

  /** Returns when all is found by searching, in an index that does not change any more. */
  void fill(Path folder) throws Exception {
    HttpResponse<String> names =
        archivist.send(
            archivist
                .request("/api/v1/authorities/import")
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofFile(folder.resolve("names-wikidata.ndjson.gz")))
                .build());
    if (names.statusCode() != 200) {
      throw new IOException(names.statusCode() + " " + names.body());
    }
    System.out.println("names: " + names.body());
    JsonNode job =
        archivist.over(
            archivist.begin(
                "?office=XV-PRES&kind=release",
                "application/gzip",
                BodyPublishers.ofFile(folder.resolve("briefings-open.ndjson.gz"))));
    System.out.println("briefings: " + job);
    Archive archive = new Archive(system);
    await(() -> archive.widens(KNOWN_NAME));
    await(this::isIndexed);
    new Baseline(system).settle();
  }

  /**
   * The briefings by source and id, with a slash between; items of one group have the same.
   *
   * @param judged items whose names may be too long for a reference, which then has their digest
   */
  Map<String, UUID> briefings(Collection<String> judged) throws SQLException {
    Map<String, UUID> briefings = new HashMap<>();
    Map<String, UUID> digests = new HashMap<>();
    Set<String> languages = new HashSet<>();
    try (var database = system.database();
        var statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery("select depositor_reference, briefing, language from receipt")) {
      while (rows.next()) {
        UUID briefing = rows.getObject(2, UUID.class);
        Matcher reference = REFERENCE.matcher(rows.getString(1));
        if (reference.matches()) {
          briefings.put(reference.group(1), briefing);
        }
        digests.put(rows.getString(1), briefing);
        languages.add(rows.getString(3));
      }
    }
    for (String item : judged) {
      languages.stream()
          .map(language -> digests.get(digest(item + "/" + language)))
          .filter(Objects::nonNull)
          .forEach(briefing -> briefings.put(item, briefing));
    }
    return briefings;
  }

  private static String digest(String identity) {
    return "import:sha256:" + Digest.of(identity.getBytes(StandardCharsets.UTF_8));
  }

  private boolean isIndexed() throws Exception {
    Baseline index = new Baseline(system);
    long before = index.documents();
    Thread.sleep(2000);
    return before > 0
        && index.documents() == before
        && administrator
            .ask("/metrics")
            .body()
            .lines()
            .filter(line -> line.startsWith("communique_search_lag_seconds{"))
            .allMatch(line -> line.endsWith(" 0.0"));
  }

  /** Something that becomes true; an error says that it is not true yet. */
  private interface Condition {
    boolean holds() throws Exception;
  }

  // While the index is being filled from the beginning, nothing can be asked.
  private static void await(Condition condition) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    IOException reason = new IOException("the archive is not ready in time");
    while (System.nanoTime() < end) {
      try {
        if (condition.holds()) {
          return;
        }
      } catch (IOException e) {
        reason = e;
      }
      Thread.sleep(200);
    }
    throw reason;
  }
}
