package communique.quality;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures, as Markdown. */
final class QualityReport {
  private static final double NANOS = 1e6;

  private final Collection<String> engines;
  private final List<Answer> answers;
  private final StringBuilder text = new StringBuilder();

  /**
   * @param engines in the order of their columns
   */
  QualityReport(Collection<String> engines, List<Answer> answers) {
    this.engines = engines;
    this.answers = answers;
  }

  /** All of it; the same answers give the same text, but for the times. */
  @Override
  public String toString() {
    text.setLength(0);
    table("half", answer -> answer.query().half(), answers);
    Map<String, List<Answer>> halves =
        answers.stream()
            .collect(
                Collectors.groupingBy(
                    answer -> answer.query().half(), TreeMap::new, Collectors.toList()));
    halves.forEach((half, of) -> table("type, " + half, answer -> answer.query().type(), of));
    halves.forEach(
        (half, of) -> table("language, " + half, answer -> answer.query().language(), of));
    times();
    return text.toString();
  }

  private void table(String by, Function<Answer, String> group, List<Answer> of) {
    line(by, "queries", engines.stream().map(name -> name + ": nDCG@10 | MRR | recall@50"));
    text.append("|---|--:|").append("--:|--:|--:|".repeat(engines.size())).append('\n');
    Map<String, List<Answer>> groups = new LinkedHashMap<>();
    of.forEach(
        answer ->
            groups.computeIfAbsent(group.apply(answer), none -> new ArrayList<>()).add(answer));
    groups.forEach(this::row);
    row("all", of);
    text.append('\n');
  }

  private void row(String name, List<Answer> of) {
    line(
        name,
        Integer.toString(of.size() / engines.size()),
        engines.stream()
            .map(
                engine ->
                    Measures.mean(
                        of.stream()
                            .filter(answer -> answer.engine().equals(engine))
                            .map(Answer::measures)
                            .toList()))
            .map(
                mean ->
                    String.format(
                        Locale.ROOT,
                        "%.3f | %.3f | %.3f",
                        mean.ndcg(),
                        mean.reciprocalRank(),
                        mean.recall())));
  }

  private void times() {
    line("milliseconds", "queries", Stream.of("median | 95 of 100"));
    text.append("|---|--:|--:|--:|\n");
    for (String engine : engines) {
      List<Long> nanos =
          answers.stream()
              .filter(answer -> answer.engine().equals(engine))
              .map(Answer::nanos)
              .sorted()
              .toList();
      line(
          engine,
          Integer.toString(nanos.size()),
          Stream.of(
              String.format(
                  Locale.ROOT,
                  "%.1f | %.1f",
                  nanos.get(nanos.size() / 2) / NANOS,
                  nanos.get(nanos.size() * 95 / 100) / NANOS)));
    }
  }

  private void line(String first, String second, Stream<String> rest) {
    text.append("| ").append(first).append(" | ").append(second).append(" | ");
    text.append(rest.collect(Collectors.joining(" | "))).append(" |\n");
  }
}
