package communique.authority;

import communique.briefing.LanguageTag;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** In which forms a name of a person occurs that a record has in one. */
final class Forms {
  private static final Pattern QUALIFIER = Pattern.compile(" ?[(（][^)）]*[)）]");
  private static final Pattern RUSSIAN_FAMILY = Pattern.compile("[оеё]в$");
  private static final Set<String> SUFFIXES =
      Set.of("Jr", "Jr.", "Sr", "Sr.", "Junior", "II", "III", "IV");

  private Forms() {}

  /**
   * As it may stand in a text: {@code Family, Given Patronymic}, as catalogues have it, is {@code
   * Given Patronymic Family}, {@code Given Family} and {@code Family Given Patronymic} there.
   */
  static Set<String> whole(String name) {
    String plain = withoutQualifier(name);
    int comma = comma(plain);
    if (comma < 0) {
      return Set.of(plain);
    }
    String family = plain.substring(0, comma).strip();
    String given = plain.substring(comma + 1).strip();
    if (family.isEmpty() || given.isEmpty()) {
      return Set.of(plain);
    }
    Set<String> forms = new LinkedHashSet<>();
    forms.add(given + " " + family);
    forms.add(given.split(" ", -1)[0] + " " + family);
    forms.add(family + " " + given);
    return forms;
  }

  /**
   * The family name alone: what stands before a comma; else the last part, unless the first is the
   * family name in the name that the record begins with, or in that sort of names. Absent when it
   * cannot be told, as in {@code 習近平}.
   *
   * @param first the name that the record begins with
   * @param familyFirst whether who has the name is called so ({@link FamilyFirst})
   */
  static @Nullable String family(String name, String first, boolean familyFirst) {
    String plain = withoutQualifier(name);
    int comma = comma(plain);
    if (comma > 0) {
      return plain.substring(0, comma).strip();
    }
    String[] parts = parts(plain);
    if (parts.length < 2) {
      return null;
    }
    if (familyFirst) {
      return FamilyFirst.of(parts);
    }
    String last = parts[parts.length - 1];
    String known = name.equals(first) ? null : family(first, first, false);
    boolean ahead = known != null && Spelling.inQuery(parts[0]).equals(Spelling.inQuery(known));
    return ahead ? parts[0] : last;
  }

  /**
   * A family name, with what stands for its other cases where a stemmer makes another word of
   * these: of {@code Токаев} it leaves {@code тока}, of {@code Токаева} and {@code Токаеву} {@code
   * токаев}.
   */
  static List<String> inflected(String family, @Nullable LanguageTag language) {
    boolean russian = language != null && language.primary().equals("ru");
    return russian && RUSSIAN_FAMILY.matcher(family).find()
        ? List.of(family, family + "а")
        : List.of(family);
  }

  /** The words of a name, without what is added to it, such as {@code Jr.}. */
  static String[] parts(String name) {
    String[] parts = name.split(name.indexOf(' ') < 0 ? "[·・]" : " ", -1);
    int count = parts.length;
    while (count > 1 && SUFFIXES.contains(parts[count - 1])) {
      count--;
    }
    return java.util.Arrays.copyOf(parts, count);
  }

  private static int comma(String name) {
    return Math.max(name.indexOf(','), Math.max(name.indexOf('，'), name.indexOf('،')));
  }

  private static String withoutQualifier(String name) {
    String plain = QUALIFIER.matcher(name).replaceAll("").strip();
    return plain.isEmpty() ? name : plain;
  }
}
