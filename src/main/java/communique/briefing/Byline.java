package communique.briefing;

import org.jspecify.annotations.Nullable;

/**
 * Who wrote or edited a version, as it is printed with it.
 *
 * @param name at most 300 characters
 * @param role what the person did, in the language of the edition; at most 300 characters
 * @param email RFC 5321, at most 254 characters
 */
public record Byline(String name, @Nullable String role, @Nullable String email) {

  /**
   * @throws Refusal when a rule of the fields is broken
   */
  public Byline {
    Violations.ofAll(
        () -> Text.required("name", name, 300),
        () -> Text.optional("role", role, 300),
        () -> Text.email("email", email));
  }
}
