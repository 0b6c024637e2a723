package communique.search.index;

import communique.access.Caller;
import communique.archive.Versions;
import communique.archive.Versions.Shown;
import communique.authority.Decisions;
import communique.authority.KnownNames;
import communique.briefing.EditionId;
import communique.briefing.Version;
import communique.briefing.names.Decided;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.UUID;

/**
 * Finds the briefings of which archivists said that they mean somebody. The index need not tell
 * that, nor the text by any known name: where it was said before the node that indexed the briefing
 * knew the authority, or while that was retired.
 */
@ApplicationScoped
class FindDecided {
  private static final int A_PAGE = 200;

  /** Briefings in memory: each text may have some megabytes. */
  private static final int READ_AT_ONCE = 16;

  @Inject private Decisions decisions;
  @Inject private Versions versions;
  @Inject private KnownNames names;

  /** Those after a briefing, by identity. */
  NamingPage after(UUID briefing, Set<UUID> authorities) {
    List<UUID> found = decisions.confirmed(authorities, briefing, A_PAGE);
    NamingPage page = NamingPage.of(found, false, A_PAGE);
    for (int i = 0; i < found.size(); i += READ_AT_ONCE) {
      List<UUID> some = found.subList(i, Math.min(found.size(), i + READ_AT_ONCE));
      tellOpen(some, authorities, page.open());
    }
    return page;
  }

  private void tellOpen(
      List<UUID> briefings, Set<UUID> authorities, NavigableMap<UUID, Boolean> open) {
    Map<EditionId, List<Decided>> decided = decisions.of(briefings);
    Map<UUID, List<Shown>> shown = versions.allCurrent(briefings, Caller.ANONYMOUS.visibility());
    shown.forEach(
        (briefing, editions) ->
            open.put(
                briefing,
                editions.stream()
                    .map(edition -> edition.stored().version())
                    .anyMatch(version -> isDecided(version, authorities, decided))));
  }

  private boolean isDecided(
      Version version, Set<UUID> authorities, Map<EditionId, List<Decided>> all) {
    List<Decided> decided =
        all
            .getOrDefault(new EditionId(version.briefing().id(), version.language()), List.of())
            .stream()
            .filter(each -> authorities.contains(each.decision().authority()))
            .toList();
    return names.areDecided(decided, version);
  }
}
