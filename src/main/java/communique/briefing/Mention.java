package communique.briefing;

import org.jspecify.annotations.Nullable;

/**
 * A person or organisation as it is spelled in a version.
 *
 * @param name the spelling of the text, at most 300 characters
 * @param role the part it plays
 */
public record Mention(String name, @Nullable Role role) {

  /** The part that a mentioned person or organisation plays in a briefing. */
  public enum Role implements Coded {
    SPEAKER("speaker"),
    HOST("host"),
    PARTICIPANT("participant"),
    SPOKESPERSON("spokesperson");

    private final String code;

    Role(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /**
   * @throws Refusal when the name breaks its rule
   */
  public Mention {
    Text.required("name", name, 300);
  }
}
