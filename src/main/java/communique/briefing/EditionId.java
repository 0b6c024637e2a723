package communique.briefing;

import java.util.UUID;

/** Which edition is meant: of each briefing there is one in each language at most. */
public record EditionId(UUID briefing, LanguageTag language) {

  /** What it is known by elsewhere, in every format and for ever (RFC 9562, section 4). */
  public String urn() {
    return "urn:uuid:" + briefing + "#" + language;
  }
}
