package communique.reading;

import communique.access.Caller;
import communique.authority.KnownNames;
import communique.briefing.LanguageTag;
import communique.briefing.Refusal;
import communique.briefing.Version;
import communique.briefing.names.Recognised;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Tells which known people, organisations and places an edition names. It is found out when it is
 * asked, from the version that the caller sees and from the names that are known then; the record
 * says what was said and nothing of this.
 */
@ApplicationScoped
public class ListNames {
  private static final int MOST = 1_000;

  @Inject private GetEdition getEdition;
  @Inject private KnownNames names;

  /**
   * The names in headline, sub-headline and body, in the order in which they first come; at most
   * 1,000.
   *
   * @throws Refusal NOT_FOUND when the caller sees no such edition, WITHDRAWN when it did before
   */
  public List<Spelled> list(Caller caller, UUID briefing, LanguageTag language) {
    Version version = getEdition.get(caller, briefing, language).version();
    Map<Spelled, Long> counted =
        names.recognise(version.content(), language).stream()
            .collect(Collectors.groupingBy(Spelled::of, LinkedHashMap::new, Collectors.counting()));
    return counted.entrySet().stream()
        .limit(MOST)
        .map(each -> each.getKey().times(each.getValue().intValue()))
        .toList();
  }

  /**
   * A name, as the edition spells it.
   *
   * @param count how often it does
   * @param authorities who is named so; several when the name does not tell them apart
   */
  public record Spelled(String text, int count, List<UUID> authorities) {
    private static Spelled of(Recognised name) {
      return new Spelled(name.spelled(), 0, name.authorities());
    }

    private Spelled times(int count) {
      return new Spelled(text, count, authorities);
    }
  }
}
