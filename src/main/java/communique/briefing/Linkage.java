package communique.briefing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Briefings that are linked with each other, as far as a caller sees them.
 *
 * @param briefings with the versions that the caller sees, by identity
 * @param told of their editions when they were linked, whether the caller sees those or not
 */
public record Linkage(List<Overview> briefings, List<ToldTranslation> told) {
  public Linkage {
    briefings = List.copyOf(briefings);
    told = List.copyOf(told);
  }

  /** One of the briefings with the others, and with what is told of their editions. */
  public Overview around(Overview briefing) {
    List<Overview> others =
        briefings.stream()
            .filter(each -> !each.briefing().equals(briefing.briefing()))
            .map(each -> told(each, List.of()))
            .toList();
    return told(briefing, others);
  }

  private Overview told(Overview briefing, List<Overview> others) {
    Map<LanguageTag, Translation> translations = translations(briefing);
    List<Overview.Edition> editions =
        briefing.editions().stream()
            .map(
                edition ->
                    edition.translatedFrom(
                        Translation.told(
                            edition.translation(), translations.get(edition.language()))))
            .map(edition -> compared(briefing, edition))
            .toList();
    return new Overview(
        briefing.briefing(), briefing.dated(), editions, new Overview.Linked(others, translations));
  }

  // Only as far as the caller sees the source: what is under embargo is not told of by its
  // translation.
  private Map<LanguageTag, Translation> translations(Overview briefing) {
    Map<LanguageTag, Translation> translations = new HashMap<>();
    for (ToldTranslation each : told) {
      if (each.briefing().equals(briefing.briefing().id())) {
        source(each)
            .ifPresent(
                source ->
                    translations.put(each.language(), each.from().notAfter(source.version())));
      }
    }
    return translations;
  }

  private Optional<Overview.Edition> source(ToldTranslation translation) {
    return briefings.stream()
        .filter(each -> each.briefing().id().equals(translation.source()))
        .flatMap(each -> each.edition(translation.from().from()).stream())
        .findFirst();
  }

  private Overview.Edition compared(Overview briefing, Overview.Edition edition) {
    Translation translation = edition.translation();
    return translation == null
        ? edition
        : Stream.concat(Stream.of(briefing), briefings.stream())
            .flatMap(each -> each.edition(translation.from()).stream())
            .findFirst()
            .map(source -> edition.comparedWith(source.version()))
            .orElse(edition);
  }
}
