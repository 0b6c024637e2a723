package communique.search;

import communique.access.Caller;
import communique.authority.ChangedAuthorities;
import communique.authority.KnownNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Has those briefings indexed again that name an authority that has changed: they are found by its
 * names, and by what the index says of them already.
 */
@ApplicationScoped
class FollowNames {
  private static final int AT_ONCE = 200;
  private static final int A_PAGE = 100;

  /** Of a query, in characters: half of what readers may write, whose words are all found. */
  private static final int LONGEST = 240;

  @Inject private ChangedAuthorities changed;
  @Inject private KnownNames names;
  @Inject private SearchBriefings searchBriefings;
  @Inject private AskForIndexing askForIndexing;

  /**
   * Takes the next step. What was asked for in a step that fails is asked for again, which does no
   * harm.
   *
   * @return whether there may be more to do at once
   * @throws communique.briefing.Refusal SEARCH_UNAVAILABLE when Elasticsearch cannot answer now
   */
  @Transactional
  boolean step() {
    List<ChangedAuthorities.Changed> next =
        changed.claim().map(position -> changed.after(position, AT_ONCE)).orElse(List.of());
    if (next.isEmpty()) {
      return false;
    }
    List<UUID> ids = next.stream().map(ChangedAuthorities.Changed::id).toList();
    named(ids);
    spelled(ids.stream().flatMap(id -> names.forms(id).stream()).distinct().toList());
    changed.advance(next.get(next.size() - 1).position());
    return next.size() == AT_ONCE;
  }

  /** Those of which the index says that they name one of the authorities. */
  private void named(List<UUID> authorities) {
    List<String> ids = authorities.stream().map(UUID::toString).toList();
    for (Facet facet : Facet.values()) {
      if (facet.isOfNames()) {
        ask("", List.of(new Filter.OneOf(facet, ids)));
      }
    }
  }

  /** Those that have one of the names. */
  private void spelled(List<String> forms) {
    StringBuilder query = new StringBuilder();
    for (String form : forms) {
      String quoted = '"' + form.replace('"', ' ') + '"';
      if (!query.isEmpty() && query.length() + quoted.length() > LONGEST) {
        ask(query.toString(), List.of());
        query.setLength(0);
      }
      query.append(query.isEmpty() ? "" : " OR ").append(quoted);
    }
    if (!query.isEmpty()) {
      ask(query.toString(), List.of());
    }
  }

  private void ask(String query, List<Filter> filters) {
    Set<UUID> all = searchBriefings.all(Caller.INDEX, query, filters);
    if (!all.isEmpty()) {
      Set<UUID> open = searchBriefings.all(Caller.ANONYMOUS, query, filters);
      all.removeAll(open);
      ask(open, true);
      ask(all, false);
    }
  }

  private void ask(Set<UUID> briefings, boolean open) {
    List<UUID> all = List.copyOf(briefings);
    for (int i = 0; i < all.size(); i += A_PAGE) {
      askForIndexing.ask(all.subList(i, Math.min(all.size(), i + A_PAGE)), open);
    }
  }
}
