package communique.deposit.imports;

import communique.archive.imports.ImportGroups;
import communique.archive.imports.ParkedLines;
import communique.briefing.LanguageTag;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.deposit.Delivery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where lines go in the record, given what it holds of their groups. */
final class Placing {
  private final Map<ImportGroups.Group, ImportGroups.Holding> holdings;
  private final boolean parking;

  /**
   * @param parking whether lines before theirs may still come
   */
  Placing(Map<ImportGroups.Group, ImportGroups.Holding> holdings, boolean parking) {
    this.holdings = holdings;
    this.parking = parking;
  }

  /** The groups of lines, each once. */
  static List<ImportGroups.Group> groups(List<Reading.Line> lines) {
    return lines.stream()
        .map(line -> reading(line).named())
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /**
   * The lines in parts to be taken in one after the other, in none of which one builds on another.
   */
  static List<List<Reading.Line>> waves(List<Reading.Line> lines) {
    List<List<Reading.Line>> waves = new ArrayList<>();
    Map<Object, Integer> next = new HashMap<>();
    for (Reading.Line line : lines) {
      Set<Object> keys = line.reading() == null ? Set.of() : line.reading().keys();
      int wave = keys.stream().mapToInt(key -> next.getOrDefault(key, 0)).max().orElse(0);
      keys.forEach(key -> next.put(key, wave + 1));
      if (wave == waves.size()) {
        waves.add(new ArrayList<>());
      }
      waves.get(wave).add(line);
    }
    return waves;
  }

  /** Whether the version before a line's is not in the record yet and may still come. */
  boolean mustWait(Reading.Line line) {
    return parking && isAhead(line);
  }

  private boolean isAhead(Reading.Line line) {
    Reading reading = reading(line);
    Integer version = reading.version();
    return reading.group() != null && version != null && version > newest(reading) + 1;
  }

  /** What is handed over for a line. */
  Delivery delivery(Reading.Line line) {
    Reading reading = reading(line);
    return new Delivery(reading.terms(), reading.submission(), place(line));
  }

  private Delivery.Place place(Reading.Line line) {
    Reading reading = reading(line);
    if (isAhead(line)) {
      return new Delivery.Nowhere(ahead(reading));
    }
    ImportGroups.Holding holding = holding(reading);
    if (holding == null) {
      return new Delivery.NewBriefing();
    }
    int newest = newest(reading);
    Integer version = reading.version();
    if (newest == 0) {
      return new Delivery.NewEdition(holding.briefing());
    }
    if (version != null && version == newest + 1) {
      return new Delivery.NextVersion(holding.briefing(), newest, reading.significance());
    }
    return new Delivery.Nowhere(taken(reading, newest));
  }

  private ImportGroups.@Nullable Holding holding(Reading reading) {
    return reading.group() == null ? null : holdings.get(reading.named());
  }

  // 0 when the edition is not there yet.
  private int newest(Reading reading) {
    ImportGroups.Holding holding = holding(reading);
    LanguageTag language = reading.submission().edition().language();
    return holding == null ? 0 : holding.newest().getOrDefault(language, 0);
  }

  private Refusal ahead(Reading reading) {
    int newest = newest(reading);
    return new Refusal(
        Reason.OUT_OF_RANGE,
        "version",
        newest == 0
            ? "must be 1: no version of this edition is in the archive"
            : "must be " + (newest + 1) + ": the newest in the archive is " + newest,
        "" + reading.version());
  }

  private static Refusal taken(Reading reading, int newest) {
    return reading.version() == null
        ? new Refusal(
            Reason.EDITION_EXISTS,
            "language",
            "must be a language in which the group has no edition, or come with a version",
            reading.submission().edition().language().tag())
        : new Refusal(
            Reason.VERSION_CHANGED,
            "version",
            "must be after " + newest + ", which is in the archive with other content",
            "" + reading.version());
  }

  /** The line as it waits for others. */
  static ParkedLines.Parked parked(Reading.Line line) {
    return new ParkedLines.Parked(
        line.raw().number(),
        Objects.requireNonNull(reading(line).version()),
        line.raw().file(),
        Objects.requireNonNull(line.raw().bytes()));
  }

  private static Reading reading(Reading.Line line) {
    return Objects.requireNonNull(line.reading());
  }
}
