package communique.reading;

import communique.reading.Comparison.Change;
import communique.reading.Comparison.Operation;
import communique.reading.Comparison.Run;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares two bodies block by block, on their stored form. Between versions of one language blocks
 * are aligned by what they say; between languages, where hardly any word is the same, as {@link
 * Alignment} has it.
 */
final class BodyComparison {
  /** How many pairs of blocks are held against each other word by word; more go by their type. */
  private static final int MOST_PAIRS = 40_000;

  private final List<JsonObject> from;
  private final List<JsonObject> to;
  private final @Nullable WordDifference words;
  private final List<Change> changes = new ArrayList<>();

  private BodyComparison(JsonArray from, JsonArray to, @Nullable WordDifference words) {
    this.from = from.getValuesAs(JsonObject.class);
    this.to = to.getValuesAs(JsonObject.class);
    this.words = words;
  }

  static List<Change> withinLanguage(JsonArray from, JsonArray to, Locale locale) {
    WordDifference words = new WordDifference(locale);
    BodyComparison comparison = new BodyComparison(from, to, words);
    for (Difference.Part part : Difference.parts(comparison.from, comparison.to)) {
      if (part.equal()) {
        comparison.pairs(part);
      } else {
        comparison.replaced(part, words);
      }
    }
    return comparison.changes;
  }

  static List<Change> betweenLanguages(
      JsonArray from, JsonArray to, List<Alignment.Match> alignment) {
    BodyComparison comparison = new BodyComparison(from, to, null);
    for (Alignment.Match match : alignment) {
      int both = Math.min(match.fromLength(), match.toLength());
      comparison.pairs(new Difference.Part(false, match.from(), both, match.to(), both));
      comparison.apart(
          new Difference.Part(
              false,
              match.from() + both,
              match.fromLength() - both,
              match.to() + both,
              match.toLength() - both));
    }
    return comparison.changes;
  }

  private void replaced(Difference.Part part, WordDifference words) {
    if ((long) part.fromLength() * part.toLength() > MOST_PAIRS) {
      replacedByType(part);
      return;
    }
    Likeness likeness =
        new Likeness(
            from.subList(part.from(), part.from() + part.fromLength()),
            to.subList(part.to(), part.to() + part.toLength()),
            words);
    for (Difference.Part alike : likeness.parts()) {
      place(alike, part);
    }
  }

  // Blocks of the same type, in their order, are one that was changed; what is left over came or
  // went.
  private void replacedByType(Difference.Part part) {
    List<String> old = types(from, part.from(), part.fromLength());
    List<String> now = types(to, part.to(), part.toLength());
    for (Difference.Part typed : Difference.parts(old, now)) {
      place(typed, part);
    }
  }

  private void place(Difference.Part within, Difference.Part part) {
    Difference.Part here =
        new Difference.Part(
            within.equal(),
            part.from() + within.from(),
            within.fromLength(),
            part.to() + within.to(),
            within.toLength());
    if (here.equal()) {
      pairs(here);
    } else {
      apart(here);
    }
  }

  private void pairs(Difference.Part part) {
    for (int i = 0; i < part.fromLength(); i++) {
      JsonObject one = from.get(part.from() + i);
      JsonObject other = to.get(part.to() + i);
      boolean equal = one.equals(other);
      changes.add(
          new Change(
              equal ? Operation.EQUAL : Operation.CHANGED,
              part.from() + i,
              part.to() + i,
              equal ? List.of() : runs(one, other)));
    }
  }

  private void apart(Difference.Part part) {
    for (int i = 0; i < part.fromLength(); i++) {
      changes.add(new Change(Operation.DELETED, part.from() + i, null, List.of()));
    }
    for (int i = 0; i < part.toLength(); i++) {
      changes.add(new Change(Operation.INSERTED, null, part.to() + i, List.of()));
    }
  }

  // Lists, tables and illustrations have no text of their own to go along.
  private List<Run> runs(JsonObject one, JsonObject other) {
    return words == null || !one.containsKey("text") || !other.containsKey("text")
        ? List.of()
        : words.runs(text(one), text(other));
  }

  private static String text(JsonObject block) {
    return block.getJsonArray("text").getValuesAs(JsonObject.class).stream()
        .map(span -> span.getString("text"))
        .collect(Collectors.joining());
  }

  private static List<String> types(List<JsonObject> blocks, int start, int length) {
    return blocks.subList(start, start + length).stream()
        .map(block -> block.getString("type") + block.getInt("level", 0))
        .toList();
  }
}
