package communique.authority;

import communique.briefing.names.Authority;
import communique.briefing.names.Name;
import communique.schedule.Beat;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Keeps the names in memory up to the record, on each node by itself: it reads what has changed
 * since the position that it has reached. The index is built anew when there is nothing more to
 * read, so that a large import costs one building and not many.
 */
@ApplicationScoped
class NameFollower {
  private static final System.Logger LOG = System.getLogger(NameFollower.class.getName());
  private static final long PAUSE_MILLISECONDS = 1_000;
  private static final int AT_ONCE = 500;

  private final Beat beat = new Beat("the names cannot be followed now", this::follow);

  @Resource private ManagedScheduledExecutorService timer;
  @Inject private Authorities authorities;
  @Inject private KnownNames names;

  // Only the beats touch these, and never two beats at once.
  private final Map<UUID, Known> known = new HashMap<>();
  private long position;
  private boolean stale;

  void start(@Observes Startup event) {
    beat.start(timer, PAUSE_MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    beat.stop();
  }

  private boolean follow() {
    Map<Object, Object> shared = new HashMap<>();
    List<Authorities.Positioned> changed = authorities.changedAfter(position, AT_ONCE);
    boolean many = changed.size() == AT_ONCE;
    while (!changed.isEmpty()) {
      changed.forEach(each -> keep(each, shared));
      position = changed.get(changed.size() - 1).position();
      stale = true;
      changed = authorities.changedAfter(position, AT_ONCE);
    }
    // While many come, more are to be expected.
    if ((stale || !names.areKnown()) && !many) {
      long begin = System.nanoTime();
      NameIndex index = new NameIndex(known.values());
      names.replace(index, position);
      stale = false;
      LOG.log(
          System.Logger.Level.INFO,
          "{0} authorities are known by {1} states, built in {2} ms",
          known.size(),
          index.states(),
          (System.nanoTime() - begin) / 1_000_000);
    }
    return false;
  }

  // A name that comes in many languages is kept once.
  private void keep(Authorities.Positioned changed, Map<Object, Object> shared) {
    Authority authority = changed.authority();
    if (authority == null) {
      known.remove(changed.id());
      return;
    }
    List<Name> names =
        authority.content().names().stream()
            .map(
                name ->
                    once(
                        new Name(once(name.text(), shared), name.language(), name.preferred()),
                        shared))
            .toList();
    known.put(
        authority.id(),
        new Known(authority.id(), authority.content().kind(), names, authority.edited()));
  }

  @SuppressWarnings("unchecked") // equal things are of one class
  private static <T> T once(T value, Map<Object, Object> shared) {
    return (T) shared.computeIfAbsent(value, same -> same);
  }
}
