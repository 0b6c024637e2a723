package communique.briefing;

import org.jspecify.annotations.Nullable;

/**
 * Which editions a reader follows.
 *
 * @param office only this office's
 * @param language only those in it
 * @param section only those under this heading, exactly as its office labels it
 */
public record Selection(
    @Nullable OfficeCode office, @Nullable LanguageTag language, @Nullable String section) {

  /**
   * @throws Refusal when the section is blank or too long
   */
  public Selection {
    Text.optional("section", section, 300);
  }
}
