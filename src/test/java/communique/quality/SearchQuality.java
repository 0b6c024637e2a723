package communique.quality;

import communique.support.CannotRun;
import communique.support.RunningSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Fills an archive of its own with a real collection, asks it and Elasticsearch itself all judged
 * queries, and writes how good the answers are to standard output and to a folder: {@code
 * report.md}, and {@code run.tsv} with what was found (query, engine, rank, item, grade; a dash for
 * what is not judged).
 */
public final class SearchQuality {
  private static final String NOT_JUDGED = "-";

  private final List<JudgedQuery> queries;
  private final Map<String, UUID> briefings;

  private SearchQuality(List<JudgedQuery> queries, Map<String, UUID> briefings) {
    this.queries = queries;
    this.briefings = briefings;
  }

  /** Ends the JVM, with 1 and one sentence when it cannot be done. */
  public static void main(String[] arguments) throws Exception {
    Path corpus = Path.of(System.getProperty("communique.corpus"));
    if (!Files.isDirectory(corpus)) {
      System.err.println("\nThere is no collection in " + corpus + ": -Dcommunique.corpus=…\n");
      System.exit(1);
      return;
    }
    try (RunningSystem system = RunningSystem.measured("search-quality")) {
      Holdings holdings = new Holdings(system);
      holdings.fill(corpus);
      Path folder = Path.of(System.getProperty("communique.quality.folder"));
      List<JudgedQuery> queries = JudgedQuery.all();
      Map<String, UUID> briefings = holdings.briefings(judged(queries));
      SearchQuality quality = new SearchQuality(queries, briefings);
      quality.measure(
          List.of(new Archive(system), new Baseline(system)), Files.createDirectories(folder));
    } catch (CannotRun e) {
      System.err.println("\n" + e.getMessage() + "\n");
      System.exit(1);
    }
    System.exit(0);
  }

  private void measure(List<Engine> engines, Path folder) throws IOException, InterruptedException {
    for (String item : judged(queries)) {
      if (!briefings.containsKey(item)) {
        System.out.println("judged, but not in the archive: " + item);
      }
    }
    List<Answer> answers = new ArrayList<>();
    for (Engine engine : engines) {
      ask(engine); // once for the caches and the compiler
      answers.addAll(ask(engine));
    }
    answers.sort(Comparator.comparingInt(answer -> queries.indexOf(answer.query())));
    QualityReport report = new QualityReport(engines.stream().map(Engine::name).toList(), answers);
    System.out.printf("%n%s", report);
    Files.writeString(folder.resolve("report.md"), report.toString());
    Files.write(folder.resolve("run.tsv"), run(answers));
  }

  private static Set<String> judged(List<JudgedQuery> queries) {
    Set<String> items = new TreeSet<>();
    queries.forEach(query -> items.addAll(query.relevant().keySet()));
    return items;
  }

  private List<Answer> ask(Engine engine) throws IOException, InterruptedException {
    List<Answer> answers = new ArrayList<>();
    for (JudgedQuery query : queries) {
      long start = System.nanoTime();
      List<UUID> found = engine.ask(query.query());
      long nanos = System.nanoTime() - start;
      answers.add(new Answer(query, engine.name(), found, Answer.grades(query, briefings), nanos));
    }
    return answers;
  }

  private List<String> run(List<Answer> answers) {
    Map<UUID, String> items = new HashMap<>();
    briefings.forEach(
        (item, briefing) ->
            items.merge(briefing, item, (one, other) -> one.compareTo(other) < 0 ? one : other));
    List<String> lines = new ArrayList<>();
    for (Answer answer : answers) {
      for (int i = 0; i < answer.found().size(); i++) {
        UUID briefing = answer.found().get(i);
        Integer grade = answer.grades().get(briefing);
        lines.add(
            String.join(
                "\t",
                answer.query().id(),
                answer.engine(),
                Integer.toString(i + 1),
                items.getOrDefault(briefing, briefing.toString()),
                grade == null ? NOT_JUDGED : grade.toString()));
      }
    }
    return lines;
  }
}
