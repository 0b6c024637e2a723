package communique.archive;

import communique.access.Visibility;
import communique.briefing.Linkage;
import communique.briefing.Overview;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads of briefings with those that are linked with them, as far as the caller sees those. */
@ApplicationScoped
public class LinkedOverviews {
  /** How many briefings may be linked with each other. */
  public static final int MOST = 50;

  @Inject private Overviews overviews;
  @Inject private Links links;

  /**
   * A briefing of which the caller sees at least one edition, with what is linked with it: three
   * queries, and three more where it is linked.
   */
  public Optional<Overview> of(UUID id, Visibility visibility) {
    // What is linked with a briefing that may not be seen is not even looked for.
    return overviews.of(id, visibility).map(own -> linked(own, visibility));
  }

  /** The other briefings of the set of one, by identity; at most 50. */
  public List<Overview> others(UUID id, Visibility visibility) {
    List<UUID> ids = links.others(id);
    return ids.isEmpty()
        ? List.of()
        : overviews.all(ids, visibility).stream().limit(MOST - 1).toList();
  }

  private Overview linked(Overview own, Visibility visibility) {
    List<Overview> all = new ArrayList<>(others(own.briefing().id(), visibility));
    if (all.isEmpty()) {
      return own;
    }
    all.add(own);
    List<UUID> ids = all.stream().map(each -> each.briefing().id()).toList();
    return new Linkage(all, links.told(ids)).around(own);
  }
}
