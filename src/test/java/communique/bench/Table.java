package communique.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The figures, as Markdown. */
final class Table {
  private final List<String> lines = new ArrayList<>();

  Table() {
    lines.add("| what | floor | archive | ratio | asked for | median | busy processors |");
    lines.add("|---|---|---|---|---|---|---|");
  }

  /** A figure; without a floor when there is none on this machine. */
  void add(String what, @Nullable Rate floor, Rate rate, String asked) {
    String ratio =
        floor == null
            ? ""
            : String.format(Locale.ENGLISH, "%.2f", rate.perSecond() / floor.perSecond());
    row(
        what,
        floor == null ? "" : floor.figure(),
        rate.figure(),
        ratio,
        asked,
        millis(rate.median()),
        rate.busy());
  }

  /** How long something takes, in milliseconds; the ratio is of times. */
  void times(String what, double floor, double time, String asked) {
    String ratio = String.format(Locale.ENGLISH, "%.2f", time / floor);
    row(what, millis(floor), millis(time), ratio, asked, "", "");
  }

  private static String millis(double time) {
    return Double.isNaN(time) ? "" : String.format(Locale.ENGLISH, "%.1f ms", time);
  }

  /** Something that is no rate, or that could not be measured. */
  void note(String what, String told, String asked) {
    row(what, "", told, "", asked, "", "");
  }

  private void row(String... cells) {
    String line = "| " + String.join(" | ", cells) + " |";
    lines.add(line);
    System.out.println(line);
  }

  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }
}
