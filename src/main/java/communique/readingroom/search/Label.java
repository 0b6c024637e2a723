package communique.readingroom.search;

import communique.briefing.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * What something is called.
 *
 * @param language that the name is in; absent where it is the room's, or where none is known
 */
public record Label(String text, @Nullable LanguageTag language) {

  /** The language, as HTML marks it; absent where it has nothing to be marked with. */
  public @Nullable String lang() {
    return language == null ? null : language.tag();
  }
}
