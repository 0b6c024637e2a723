package communique.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import communique.briefing.LanguageTag;
import communique.briefing.StrictJson;
import communique.briefing.imports.Gzip;
import communique.briefing.imports.JsonLine;
import communique.briefing.imports.LineStream;
import communique.briefing.names.AuthorityContent;
import communique.briefing.names.AuthorityReader;
import communique.briefing.names.Name;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A real collection of names over real texts, where they are at hand: time and memory. */
@Isolated("measures memory")
class CorpusNamesTest {
  private static final Path CORPUS =
      Path.of(System.getProperty("communique.corpus", "../shared/corpus"));
  private static final int TEXT = 3_000;

  @Test
  void all_names_are_looked_for_in_a_text_within_five_milliseconds_and_in_little_memory()
      throws Exception {
    assumeTrue(Files.exists(CORPUS.resolve("names-wikidata.ndjson.gz")), "it is not here");
    List<Known> known = known();
    long before = inUse();
    long begin = System.nanoTime();
    NameIndex index = new NameIndex(known);
    long built = (System.nanoTime() - begin) / 1_000_000;
    long bytes = inUse() - before;
    List<Text> texts = texts();
    List<Long> times = new ArrayList<>();
    int found = 0;
    for (int round = 0; round < 5; round++) {
      times.clear();
      found = 0;
      for (Text text : texts) {
        long start = System.nanoTime();
        found += index.inTexts().recognise(text.text(), text.language()).size();
        times.add(System.nanoTime() - start);
      }
    }
    times.sort(null);
    System.out.printf(
        "%d authorities, %d states, %.1f MB, built in %d ms; %d texts of at most %d characters:"
            + " median %d us, 99 of 100 %d us, %d names found%n",
        known.size(),
        index.states(),
        bytes / 1e6,
        built,
        texts.size(),
        TEXT,
        times.get(times.size() / 2) / 1000,
        times.get(times.size() * 99 / 100) / 1000,
        found);
    assertThat(times.get(times.size() / 2)).as("nanoseconds").isLessThan(5_000_000);
    assertThat(bytes).as("bytes").isLessThan(64_000_000);
    assertThat(found).isPositive();
  }

  private static List<Known> known() throws IOException {
    List<Known> known = new ArrayList<>();
    Map<String, String> shared = new HashMap<>();
    lines(
        "names-wikidata.ndjson.gz",
        json -> {
          AuthorityContent content = AuthorityReader.line(json);
          List<Name> names =
              content.names().stream()
                  .map(
                      name ->
                          new Name(
                              shared.computeIfAbsent(name.text(), same -> same),
                              name.language(),
                              name.preferred()))
                  .toList();
          known.add(new Known(new UUID(0, known.size()), content.kind(), names, false));
        });
    return known;
  }

  private static List<Text> texts() throws IOException {
    List<Text> texts = new ArrayList<>();
    lines(
        "briefings-open.ndjson.gz",
        json -> {
          String body = json.getString("body", "");
          texts.add(
              new Text(
                  new LanguageTag(json.getString("lang")),
                  body.substring(0, Math.min(TEXT, body.length()))));
        });
    return texts;
  }

  private static void lines(String file, Consumer<JsonObject> each) throws IOException {
    try (LineStream lines =
        new LineStream(Gzip.unpacked(Files.newInputStream(CORPUS.resolve(file))))) {
      for (LineStream.Line line = lines.next(); line != null; line = lines.next()) {
        each.accept(StrictJson.object(JsonLine.text(line.bytes())));
      }
    }
  }

  private static long inUse() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(50);
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private record Text(LanguageTag language, String text) {}
}
