package communique.search.index;

import communique.authority.ChangedAuthorities;
import communique.authority.KnownNames;
import communique.authority.WrittenName;
import communique.search.server.Shelf;
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
  private static final int AT_ONCE = 1_000;
  private static final int A_PAGE = 100;

  @Inject private ChangedAuthorities changed;
  @Inject private KnownNames names;
  @Inject private FindNaming findNaming;
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
    List<WrittenName> forms =
        ids.stream().flatMap(id -> names.forms(id).stream()).distinct().toList();
    Set<UUID> open = naming(Shelf.PUBLIC, ids, forms);
    Set<UUID> hidden = naming(Shelf.RESTRICTED, ids, forms);
    hidden.removeAll(open);
    ask(open, true);
    ask(hidden, false);
    changed.advance(next.get(next.size() - 1).position());
    return next.size() == AT_ONCE;
  }

  private Set<UUID> naming(Shelf shelf, List<UUID> authorities, List<WrittenName> forms) {
    Set<UUID> naming = findNaming.named(shelf, authorities);
    naming.addAll(findNaming.spelled(shelf, forms));
    return naming;
  }

  private void ask(Set<UUID> briefings, boolean open) {
    List<UUID> all = List.copyOf(briefings);
    for (int i = 0; i < all.size(); i += A_PAGE) {
      askForIndexing.ask(all.subList(i, Math.min(all.size(), i + A_PAGE)), open);
    }
  }
}
