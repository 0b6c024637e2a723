package communique.names;

import communique.briefing.Coded;
import communique.briefing.Fields;
import communique.briefing.Mention.Role;
import communique.briefing.Refusal;
import communique.briefing.names.Decision;
import jakarta.json.JsonObject;
import java.util.UUID;

/** Reads what an archivist decides ({@code schemas/rest/decision.schema.json}). */
public final class DecisionSubmission {
  private DecisionSubmission() {}

  /**
   * The decision on an authority.
   *
   * @throws Refusal with all that is wrong
   */
  public static Decision read(UUID authority, JsonObject json) {
    return Fields.read(
        json,
        fields ->
            new Decision(
                authority,
                fields.text(
                    "decision",
                    word -> Coded.of(Decision.Verdict.class, "decision", word),
                    Decision.Verdict.CONFIRMED),
                fields.text("role", word -> Coded.of(Role.class, "role", word)),
                fields.text("text")));
  }
}
