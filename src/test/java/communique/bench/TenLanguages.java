package communique.bench;

import communique.doors.imports.Importer;
import communique.doors.rest.RestClient;
import communique.support.RunningSystem;
import java.io.IOException;
import java.io.Writer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Fills an archive with briefings in ten languages, by the doors: each another text, every fourth
 * in two languages, every twentieth of a known person.
 */
record TenLanguages(RunningSystem system, Path folder) {
  private static final int AT_ONCE = 25_000;
  private static final int TRANSLATED = 4;
  private static final int NAMED = 20;
  private static final int A_DAY = 14;

  private static final List<String> KINDS =
      List.of("readOut", "release", "statement", "speech", "pressConference");

  private static final String LINE =
      """
      {"group":"%d","office":"XV-PRES","kind":"%s","language":"%s","headline":"%s",\
      "section":"Section %d","issued":{"date":"%s"},"body":[%s]}
      """;

  /** Returns when all is found by searching. */
  void fill(int briefings) throws Exception {
    names();
    Importer archivist = new Importer(system, "archivist");
    for (int done = 0; done < briefings; done += AT_ONCE) {
      Path file = folder.resolve("briefings.ndjson");
      write(file, done, Math.min(briefings, done + AT_ONCE));
      var job =
          archivist.over(archivist.begin("", "application/x-ndjson", BodyPublishers.ofFile(file)));
      if (job.get("refused").asInt() > 0) {
        throw new IOException("lines were refused: " + job);
      }
      Files.delete(file);
    }
    Indexing.await(system);
  }

  private void names() throws IOException, InterruptedException {
    String names =
        Vocabulary.ALL.stream()
            .map(each -> "\"%s\":\"%s\"".formatted(each.language(), each.name()))
            .collect(Collectors.joining(","));
    RestClient.as("archivist", system)
        .must(
            "POST",
            "authorities/import",
            "{\"wikidata\":\"Q4001\",\"name\":\"Elena Varga\",\"names\":{%s}}".formatted(names),
            "Content-Type",
            "application/x-ndjson");
  }

  private static void write(Path file, int from, int to) throws IOException {
    try (Writer lines = Files.newBufferedWriter(file)) {
      for (int i = from; i < to; i++) {
        lines.write(line(i, i));
        if (i % TRANSLATED == 0) {
          // Into a language that is not its own.
          lines.write(line(i, i + 1 + i / TRANSLATED % (Vocabulary.ALL.size() - 1)));
        }
      }
    }
  }

  private static String line(int briefing, int language) {
    Vocabulary words = Vocabulary.ALL.get(language % Vocabulary.ALL.size());
    Random random = new Random(31L * briefing + language);
    List<String> paragraphs = new ArrayList<>(words.paragraphs(random));
    if (briefing / Vocabulary.ALL.size() % NAMED == 0) {
      paragraphs.set(0, words.name() + words.space() + paragraphs.get(0));
    }
    return LINE.formatted(
        briefing,
        KINDS.get(briefing % KINDS.size()),
        words.language(),
        words.headline(random),
        briefing % 12,
        LocalDate.of(2001, 1, 1).plusDays(briefing / A_DAY),
        paragraphs.stream()
            .map("{\"type\":\"paragraph\",\"text\":[{\"text\":\"%s\"}]}"::formatted)
            .collect(Collectors.joining(",")));
  }
}
