package communique.briefing;

import org.jspecify.annotations.Nullable;

/**
 * Where the press turns with questions about a version; at least one part is given.
 *
 * @param name a person or desk, at most 300 characters
 * @param email RFC 5321, at most 254 characters
 * @param telephone as printed, at most 100 characters
 */
public record Contact(@Nullable String name, @Nullable String email, @Nullable String telephone) {

  /**
   * @throws Refusal when a rule of the fields is broken or all are absent
   */
  public Contact {
    Violations.ofAll(
        () -> Text.optional("name", name, 300),
        () -> Text.email("email", email),
        () -> Text.optional("telephone", telephone, 100));
    if (name == null && email == null && telephone == null) {
      throw new Refusal(
          Reason.MISSING, "", "a contact must have a name, an e-mail address or a telephone", "");
    }
  }
}
