package communique.briefing;

import org.jspecify.annotations.Nullable;

/**
 * The use of a media file in a version.
 *
 * @param role what it is there for
 * @param caption at most 4,000 characters
 * @param alternativeText what the picture shows, for those who cannot see it; at most 2,000
 *     characters
 * @param credit whose work it is, as printed; at most 500 characters
 * @param file absent when the office named the picture without handing it over
 */
public record Placement(
    Role role,
    @Nullable String caption,
    @Nullable String alternativeText,
    @Nullable String credit,
    @Nullable MediaFile file) {

  /** What a media file is there for. */
  public enum Role implements Coded {
    PHOTO("photo"),
    VIDEO("video"),
    AUDIO("audio"),
    DOCUMENT("document");

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
   * @throws Refusal when a rule of the fields is broken
   */
  public Placement {
    Violations.ofAll(
        () -> Text.optional("caption", caption, 4000),
        () -> Text.optional("alternativeText", alternativeText, 2000),
        () -> Text.optional("credit", credit, 500));
  }

  /** The same placement with the stored file. */
  public Placement with(MediaFile stored) {
    return new Placement(role, caption, alternativeText, credit, stored);
  }
}
