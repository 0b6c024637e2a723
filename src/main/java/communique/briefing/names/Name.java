package communique.briefing.names;

import communique.briefing.LanguageTag;
import communique.briefing.Text;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A name as it is written in a language.
 *
 * @param text in normalisation form C, without marks of direction; at most 300 characters
 * @param language with its script where the language has several ({@code zh-Hant}); absent when the
 *     name is of no language in particular
 * @param preferred whether it is the one to show in this language
 */
public record Name(String text, @Nullable LanguageTag language, boolean preferred) {
  private static final int LONGEST = 300;

  // They come with texts that were copied from pages, and say nothing of the name.
  private static final Pattern MARKS =
      Pattern.compile("[\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff]");

  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");

  /**
   * @throws communique.briefing.Refusal MISSING, TOO_LONG or BAD_FORMAT on {@code text}
   */
  public Name {
    text = SPACE.matcher(MARKS.matcher(text).replaceAll("")).replaceAll(" ").strip();
    text = Text.required("text", Text.composed(text), LONGEST);
  }

  /** Whether the other is the same word of the same language. */
  boolean isSaidAs(Name other) {
    return text.equals(other.text)
        && (language == null ? other.language == null : language.equals(other.language));
  }

  /** The same name as one of several in its language. */
  Name asVariant() {
    return new Name(text, language, false);
  }
}
