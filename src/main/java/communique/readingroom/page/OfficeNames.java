package communique.readingroom.page;

import communique.briefing.LanguageTag;
import communique.briefing.Office;
import communique.briefing.OfficeCode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the offices are called. */
public final class OfficeNames {
  private final List<Office> offices;
  private final LanguageTag room;

  /** The names, where there is a choice in the language of the room. */
  public OfficeNames(List<Office> offices, Words words) {
    this.offices = List.copyOf(offices);
    this.room = words.language();
  }

  /** The name of an office in a language, else in this room's, else in its own, else its code. */
  public Office.Name of(OfficeCode code, LanguageTag language) {
    return named(code)
        .map(office -> office.name(List.of(language, room)))
        .orElseGet(() -> new Office.Name(code.code(), null));
  }

  /** The name of an office in the language of the room, as far as it has one. */
  public Office.Name here(OfficeCode code) {
    return of(code, room);
  }

  /** The language of {@link #here}, as HTML marks it; empty where it is a code. */
  public String lang(OfficeCode code) {
    LanguageTag language = here(code).language();
    return language == null ? "" : language.tag();
  }

  /** When an office ended; absent while it is not known to end. */
  public Office.@Nullable End end(OfficeCode code) {
    return named(code).map(Office::end).orElse(null);
  }

  /** The codes of all offices. */
  public List<OfficeCode> codes() {
    return offices.stream().map(Office::code).toList();
  }

  /** The languages that the offices issue in. */
  public Set<LanguageTag> languages() {
    Set<LanguageTag> all = new LinkedHashSet<>();
    offices.forEach(office -> all.addAll(office.languages()));
    return all;
  }

  private Optional<Office> named(OfficeCode code) {
    return offices.stream().filter(office -> office.code().equals(code)).findFirst();
  }
}
