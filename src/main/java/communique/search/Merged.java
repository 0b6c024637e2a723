package communique.search;

import communique.authority.Authorities;
import communique.authority.KnownNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Lets addresses of searches hold that name authorities by identities which were merged into others
 * since.
 */
@ApplicationScoped
class Merged {
  @Inject private Authorities authorities;
  @Inject private KnownNames names;

  /** The same filters by the authorities that there are now. */
  List<Filter> followed(List<Filter> filters) {
    // The record is asked only of those that are not recognised in texts now.
    List<UUID> unknown =
        filters.stream().flatMap(Merged::named).filter(id -> !names.knows(id)).distinct().toList();
    if (unknown.isEmpty()) {
      return filters;
    }
    Map<UUID, UUID> merged = authorities.merged(unknown);
    return filters.stream().map(filter -> followed(filter, merged)).toList();
  }

  private static Stream<UUID> named(Filter filter) {
    if (filter instanceof Filter.OneOf one && one.facet().isOfNames()) {
      return one.values().stream().map(UUID::fromString);
    }
    if (filter instanceof Filter.Without without) {
      return named(without.unwanted());
    }
    return filter instanceof Filter.Either either
        ? either.alternatives().stream().flatMap(Merged::named)
        : Stream.empty();
  }

  private static Filter followed(Filter filter, Map<UUID, UUID> merged) {
    if (filter instanceof Filter.OneOf one && one.facet().isOfNames()) {
      return new Filter.OneOf(
          one.facet(), one.values().stream().map(id -> followed(id, merged)).toList());
    }
    if (filter instanceof Filter.Without without) {
      return new Filter.Without(followed(without.unwanted(), merged));
    }
    return filter instanceof Filter.Either either
        ? new Filter.Either(
            either.alternatives().stream().map(each -> followed(each, merged)).toList())
        : filter;
  }

  private static String followed(String id, Map<UUID, UUID> merged) {
    UUID asked = UUID.fromString(id);
    return merged.getOrDefault(asked, asked).toString();
  }
}
