package communique.readingroom.page;

import communique.briefing.LanguageTag;
import communique.briefing.names.Name;
import communique.subject.SubjectNames;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way to the page of a subject.
 *
 * @param code such as {@code medtop:20000587}
 * @param text what it is called, else its code
 * @param language that the text is in; absent where it is the code
 */
public record SubjectLink(String code, String text, @Nullable LanguageTag language) {

  /** As it is called in the language of the room, or one near it. */
  public static SubjectLink of(String code, SubjectNames subjects, Words words) {
    Optional<Name> name = subjects.of(code, words.language());
    return new SubjectLink(
        code, name.map(Name::text).orElse(code), name.map(Name::language).orElse(null));
  }

  /** Where it leads. */
  public String href() {
    return "/subjects/" + code;
  }

  /** The language, as HTML marks it; absent where it has nothing to be marked with. */
  public @Nullable String lang() {
    return language == null ? null : language.tag();
  }
}
