package communique.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What found briefings must be besides holding the words. */
public sealed interface Filter {

  /** One value of a facet. */
  static Filter is(Facet facet, String value) {
    return new OneOf(facet, List.of(value));
  }

  /** What one or the other lets through. */
  static Filter either(Filter one, Filter other) {
    if (one instanceof OneOf first
        && other instanceof OneOf second
        && first.facet == second.facet) {
      return new OneOf(
          first.facet, Stream.concat(first.values.stream(), second.values.stream()).toList());
    }
    return new Either(Stream.of(one, other).flatMap(Filter::alternatives).toList());
  }

  private static Stream<Filter> alternatives(Filter filter) {
    return filter instanceof Either either ? either.alternatives.stream() : Stream.of(filter);
  }

  /**
   * One of some values.
   *
   * @param values at least one
   */
  record OneOf(Facet facet, List<String> values) implements Filter {
    /**
     * @throws communique.briefing.Refusal on the field of the facet's name when there can be no
     *     such value
     */
    public OneOf {
      values = values.stream().map(facet::value).toList();
    }
  }

  /**
   * Days under which a briefing is filed: when its original was issued, else the event, else when
   * it was accepted.
   *
   * @param from the first
   * @param to the last
   */
  record Days(@Nullable LocalDate from, @Nullable LocalDate to) implements Filter {}

  /** What a filter does not let through. */
  record Without(Filter unwanted) implements Filter {}

  /** What one of some filters lets through. */
  record Either(List<Filter> alternatives) implements Filter {
    public Either {
      alternatives = List.copyOf(alternatives);
    }
  }

  /** What could be seen first, or was changed, after an instant. */
  record ChangedAfter(Instant instant) implements Filter {}
}
