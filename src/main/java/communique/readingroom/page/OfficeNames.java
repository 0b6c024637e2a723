package communique.readingroom.page;

import communique.briefing.LanguageTag;
import communique.briefing.Office;
import communique.briefing.OfficeCode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
  public String of(OfficeCode code, LanguageTag language) {
    return offices.stream()
        .filter(office -> office.code().equals(code))
        .findFirst()
        .map(office -> name(office, language))
        .orElse(code.code());
  }

  /** The name of an office in the language of the room, as far as it has one. */
  public String here(OfficeCode code) {
    return of(code, room);
  }

  /** When an office ended; absent while it is not known to end. */
  public Office.@Nullable End end(OfficeCode code) {
    return offices.stream()
        .filter(office -> office.code().equals(code))
        .findFirst()
        .map(Office::end)
        .orElse(null);
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

  private String name(Office office, LanguageTag language) {
    List<LanguageTag> order = new ArrayList<>(List.of(language, room));
    order.addAll(office.languages());
    return order.stream()
        .filter(office.names()::containsKey)
        .findFirst()
        .map(each -> String.valueOf(office.names().get(each)))
        .orElse(office.code().code());
  }
}
