package communique.feeds;

import communique.briefing.Digest;
import communique.briefing.LanguageTag;
import communique.briefing.Office;
import communique.briefing.OfficeCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The offices, to name what they issued by.
 *
 * @param offices all there are, by code
 */
record Issuers(List<Office> offices) {
  Issuers {
    offices = List.copyOf(offices);
  }

  /** The office of a code; one without names when it is not known. */
  Office office(OfficeCode code) {
    return offices.stream()
        .filter(office -> office.code().equals(code))
        .findFirst()
        .orElseGet(() -> new Office(code, Map.of(), List.of()));
  }

  /** What an office is called in its own languages. */
  String name(OfficeCode code) {
    return office(code).name(List.of()).text();
  }

  /** What an office is called in a language, or in a near one, else in its own. */
  String name(OfficeCode code, LanguageTag language) {
    return office(code).name(List.of(language)).text();
  }

  /** Changes with any of the names. */
  String digest() {
    StringBuilder names = new StringBuilder();
    for (Office office : offices) {
      // The order of a map of values is not its own.
      Map<String, String> byTag = new TreeMap<>();
      office.names().forEach((language, name) -> byTag.put(language.tag(), name));
      names.append(office.code()).append(office.languages()).append(byTag).append('\n');
    }
    return Digest.of(names.toString().getBytes(StandardCharsets.UTF_8)).hex().substring(0, 16);
  }
}
