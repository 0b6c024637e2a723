package communique.briefing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why only some see a version, told to those who do. Of what everybody sees it says nothing.
 *
 * @param withdrawal the archive's public word that it was withdrawn; absent when it was not
 * @param until the instant from which on it is public, the end of its embargo; absent when it is
 *     under none
 */
public record Withheld(@Nullable Notice withdrawal, @Nullable Instant until) {
  /** From nobody. */
  public static final Withheld NOT = new Withheld(null, null);
}
