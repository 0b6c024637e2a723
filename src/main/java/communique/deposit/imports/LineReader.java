package communique.deposit.imports;

import communique.briefing.Original;
import communique.briefing.Refusal;
import communique.briefing.imports.ImportTerms;
import communique.briefing.imports.JsonLine;
import jakarta.json.JsonObject;
import java.util.Objects;

/** Finds out what lines say. */
final class LineReader {
  private final ImportTerms terms;
  private final Holdings holdings;

  LineReader(ImportTerms terms, Holdings holdings) {
    this.terms = terms;
    this.holdings = holdings;
  }

  /** The line, with all that is wrong with it when something is. */
  Reading.Line read(RawLine raw) {
    try {
      return new Reading.Line(raw, reading(raw), null);
    } catch (Refusal refusal) {
      return new Reading.Line(raw, null, refusal);
    }
  }

  private Reading reading(RawLine raw) {
    String text = JsonLine.text(raw.bytes());
    byte[] bytes = Objects.requireNonNull(raw.bytes());
    if (raw.page()) {
      return PageForm.read(text, terms, new Original("text/plain", bytes));
    }
    JsonObject json = JsonLine.object(text);
    Original original = new Original("application/json", bytes);
    return json.containsKey("lang")
        ? CorpusForm.read(json, terms, original)
        : OwnForm.read(json, terms, original, holdings);
  }
}
