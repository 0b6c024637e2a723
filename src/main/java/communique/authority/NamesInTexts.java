package communique.authority;

import communique.briefing.LanguageTag;
import communique.briefing.Text;
import communique.briefing.names.Recognised;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All names that are known at one time, as they are looked for in texts. */
final class NamesInTexts {
  private final Known[] known;
  private final Patterns names;

  /**
   * @param known the owners of the names, by number
   * @param names as {@link Spelling#inText}
   */
  NamesInTexts(Known[] known, Patterns names) {
    this.known = known;
    this.names = names;
  }

  /**
   * The names in a text, the longest at each place, from the beginning to the end.
   *
   * <p>A name of several words counts whatever the language of the text; one of a single word only
   * in the languages that have it, since in another it may be any word. Of names shorter than other
   * words of their script only two count: two or three Latin capitals, but for a line that has
   * nothing but capitals, and two Chinese characters of an authority that a person has edited.
   */
  List<Recognised> recognise(String text, LanguageTag language) {
    String composed = Text.composed(text);
    String plain = Spelling.inText(composed);
    List<Recognised> found = new ArrayList<>();
    names.scan(
        plain,
        (pattern, start, end) -> {
          if (Boundaries.isWhole(plain, start, end)
              && !Telling.isAmongCapitals(composed, start, end)) {
            List<UUID> owners = owners(pattern, language);
            if (!owners.isEmpty()) {
              found.add(new Recognised(composed.substring(start, end), start, end, owners));
            }
          }
        });
    return LeftmostLongest.of(found, Recognised::start, Recognised::end);
  }

  private List<UUID> owners(int pattern, LanguageTag language) {
    String form = names.form(pattern);
    boolean anywhere = form.indexOf(' ') > 0 || form.indexOf('·') > 0;
    Set<UUID> owners = new LinkedHashSet<>();
    names.owners(
        pattern,
        owner -> {
          if (anywhere || isSaidIn(known[owner], form, language)) {
            owners.add(known[owner].id());
          }
        });
    return List.copyOf(owners);
  }

  private static boolean isSaidIn(Known known, String form, LanguageTag language) {
    return known.names().stream()
        .filter(name -> isOf(name.language(), language))
        .anyMatch(
            name ->
                known.whole(name.text()).stream()
                    .anyMatch(each -> Spelling.inText(each).equals(form)));
  }

  private static boolean isOf(@Nullable LanguageTag name, LanguageTag text) {
    return name == null || name.primary().equals(text.primary());
  }
}
