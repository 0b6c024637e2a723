package communique.readingroom.article;

import communique.briefing.LanguageTag;
import communique.briefing.Office;
import communique.briefing.OfficeCode;
import communique.readingroom.page.OfficeNames;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The office that issued a briefing.
 *
 * @param name in the language of the text
 * @param here its name in the language of the room
 * @param ended its last day, when that is past
 * @param successor the name of the office that took over, in the language of the room; absent when
 *     none is known
 */
public record Issuer(
    OfficeCode code,
    Office.Name name,
    Office.Name here,
    @Nullable LocalDate ended,
    Office.@Nullable Name successor) {

  /**
   * @param today on which it is asked whether the office has ended
   */
  static Issuer of(OfficeCode code, LanguageTag language, OfficeNames offices, LocalDate today) {
    Office.End end = offices.end(code);
    Office.Name name = offices.of(code, language);
    Office.Name here = offices.here(code);
    return end == null || !end.until().isBefore(today)
        ? new Issuer(code, name, here, null, null)
        : new Issuer(
            code,
            name,
            here,
            end.until(),
            end.successor() == null ? null : offices.here(end.successor()));
  }
}
