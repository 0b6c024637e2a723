package communique.deposit;

import communique.briefing.Fields;
import communique.briefing.Identity;
import communique.briefing.LanguageTag;
import communique.briefing.Refusal;
import communique.briefing.Translation;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;

/**
 * With which briefing one is to be linked.
 *
 * @param briefing the other one
 * @param translations which edition of the one was translated from which of the other
 */
public record LinkSubmission(UUID briefing, List<Rendering> translations) {
  private static final UUID NO_BRIEFING = new UUID(0, 0);
  private static final LanguageTag STAND_IN = new LanguageTag("en");

  public LinkSubmission {
    translations = List.copyOf(translations);
  }

  /**
   * An edition, and what it was translated from: the newest version where none is named.
   *
   * @param language of that edition
   */
  public record Rendering(LanguageTag language, Translation from) {}

  /**
   * Reads what a sender says ({@code schemas/rest/link.schema.json}).
   *
   * @throws Refusal with all that is wrong
   */
  public static LinkSubmission read(JsonObject json) {
    return Fields.read(
        json,
        fields ->
            new LinkSubmission(
                fields.text("briefing", Identity::of, NO_BRIEFING),
                fields.objects("translations", LinkSubmission::rendering)));
  }

  private static Rendering rendering(Fields fields) {
    return new Rendering(
        fields.text("language", LanguageTag::new, STAND_IN), Translation.read(fields));
  }
}
