package communique.deposit.imports;

import communique.briefing.Original;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.StrictJson;
import communique.briefing.imports.ImportTerms;
import communique.briefing.imports.JsonLine;
import jakarta.json.JsonObject;
import java.util.Objects;

/** Finds out what lines say. */
final class LineReader {
  private static final System.Logger LOG = System.getLogger(LineReader.class.getName());

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
    } catch (RuntimeException failure) {
      // One line that nobody has thought of must not keep all others out.
      LOG.log(System.Logger.Level.ERROR, "line " + raw.number() + " cannot be read", failure);
      return new Reading.Line(raw, null, unexpected(failure));
    }
  }

  private static Refusal unexpected(RuntimeException failure) {
    return new Refusal(
        Reason.MALFORMED,
        "",
        "could not be read, though no rule that is known is broken; the archive's log tells more",
        "",
        failure);
  }

  private Reading reading(RawLine raw) {
    if (raw.form() == RawLine.Form.STRANGE) {
      throw new Refusal(
          Reason.UNKNOWN_VALUE,
          "",
          "is left out: a file must end in .ndjson, .jsonl (also .gz) or .txt, or like a medium",
          Objects.toString(raw.file(), ""));
    }
    String text = JsonLine.text(raw.bytes());
    byte[] bytes = Objects.requireNonNull(raw.bytes());
    if (raw.form() == RawLine.Form.PAGE) {
      return PageForm.read(text, terms, new Original("text/plain", bytes));
    }
    JsonObject json = StrictJson.object(text);
    Original original = new Original("application/json", bytes);
    return json.containsKey("lang")
        ? CorpusForm.read(json, terms, original)
        : OwnForm.read(json, terms, original, holdings);
  }
}
