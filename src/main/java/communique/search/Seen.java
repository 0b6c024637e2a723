package communique.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import communique.access.Visibility;
import communique.archive.Versions;
import communique.briefing.OfficeCode;
import communique.search.server.Queries;
import communique.search.server.Shelf;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which documents a caller sees.
 *
 * @param corrected of which the caller sees more, under embargo, than everybody does
 */
record Seen(Visibility visibility, List<UUID> corrected) {
  /** Partly under embargo at one time; of more, an insider finds the public form as well. */
  private static final int MOST_CORRECTED = 10_000;

  Seen {
    corrected = List.copyOf(corrected);
  }

  /** What a caller sees now, as the record has it. */
  static Seen by(Visibility visibility, Versions versions) {
    return new Seen(
        visibility,
        visibility.onlyPublic() ? List.of() : versions.partlyEmbargoed(visibility, MOST_CORRECTED));
  }

  /** Whether each briefing is found, and counted, once. */
  boolean isExact() {
    return corrected.size() < MOST_CORRECTED;
  }

  /** Where they are. */
  List<String> indices() {
    return visibility.onlyPublic()
        ? List.of(Shelf.PUBLIC.searchedAs())
        : Arrays.stream(Shelf.values()).map(Shelf::searchedAs).toList();
  }

  /**
   * One document of each briefing: the restricted one where the caller may see it, and then not the
   * public one. Nothing for who sees all that is there.
   */
  Optional<Query> filter() {
    return visibility.onlyPublic() ? Optional.empty() : Optional.of(oneOfEach());
  }

  private Query oneOfEach() {
    Query open = Queries.not(Queries.is("restricted", true));
    List<String> briefings = corrected.stream().map(UUID::toString).toList();
    Query superseded = Queries.both(open, Queries.isOneOf("briefing", briefings));
    if (visibility.everything()) {
      return Queries.not(superseded);
    }
    List<Query> own =
        visibility.offices().stream()
            .map(OfficeCode::code)
            .sorted()
            .map(code -> Queries.is("office", code))
            .toList();
    return Queries.both(Queries.any(List.of(Queries.any(own), open)), Queries.not(superseded));
  }
}
