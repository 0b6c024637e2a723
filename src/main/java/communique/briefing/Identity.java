package communique.briefing;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads identities as they stand in requests. */
public final class Identity {
  private Identity() {}

  /**
   * The identity that a text is.
   *
   * @throws Refusal BAD_FORMAT when it is none
   */
  public static UUID of(String text) {
    try {
      UUID id = UUID.fromString(text);
      // Java's reader takes shorter groups too; one thing has one address.
      if (id.toString().equals(text.toLowerCase(Locale.ROOT))) {
        return id;
      }
    } catch (IllegalArgumentException e) {
      throw notAnId(text, e);
    }
    throw notAnId(text, null);
  }

  private static Refusal notAnId(String text, @Nullable Exception cause) {
    return new Refusal(Reason.BAD_FORMAT, "id", "must be a UUID (RFC 9562)", text, cause);
  }
}
