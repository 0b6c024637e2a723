package communique.search.index;

import communique.authority.ChangedAuthorities;
import communique.authority.ChangedAuthorities.Changed;
import communique.authority.ChangedAuthorities.Reached;
import communique.authority.KnownNames;
import communique.authority.WrittenName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Has those briefings indexed again that name an authority that has changed: they are found by its
 * names, by what the index says of them already, and by what archivists decided.
 *
 * <p>A step asks for one page of what some authorities are named in, so that it is soon over
 * however much that is.
 */
@ApplicationScoped
class FollowNames {
  private static final int AT_ONCE = 1_000;

  /** Most authorities have some; one alone may have more. */
  private static final int FORMS_AT_ONCE = 800;

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  @Inject private ChangedAuthorities changed;
  @Inject private KnownNames names;
  @Inject private FindNaming findNaming;
  @Inject private FindDecided findDecided;
  @Inject private AskForIndexing askForIndexing;

  /** What is announced of which all can be found that was indexed before. */
  private volatile long seen = -1;

  /**
   * Takes the next step. What was asked for in a step that fails is asked for again, which does no
   * harm.
   *
   * @return whether there may be more to do at once
   * @throws communique.briefing.Refusal SEARCH_UNAVAILABLE when Elasticsearch cannot answer now
   */
  @Transactional
  boolean step() {
    Reached reached = changed.claim().orElse(null);
    if (reached == null) {
      return false;
    }
    if (reached.isDone()) {
      return changed.announce();
    }
    if (seen != reached.announced()) {
      findNaming.refresh();
      seen = reached.announced();
    }
    List<Changed> next = changed.next(reached, AT_ONCE);
    if (next.isEmpty()) {
      changed.advance(reached.until());
    } else {
      ask(reached, reached.taken() == null ? Lot.first(next, names) : Lot.of(next, names));
    }
    return true;
  }

  private void ask(Reached reached, Lot lot) {
    UUID after = Objects.requireNonNullElse(reached.asked(), BEFORE_ALL);
    NamingPage page =
        findNaming
            .after(after, lot.authorities(), lot.forms())
            .and(findDecided.after(after, lot.authorities()));
    askForIndexing.ask(page.briefings(true), true);
    askForIndexing.ask(page.briefings(false), false);
    long end = reached.taken() == null ? lot.last() : reached.taken();
    if (page.to() == null) {
      changed.advance(end);
    } else {
      changed.advance(end, page.to());
    }
  }

  /**
   * Authorities that are looked for at once.
   *
   * @param forms of their names
   * @param last the position of the last change of them
   */
  private record Lot(Set<UUID> authorities, List<WrittenName> forms, long last) {
    static Lot of(List<Changed> changed, KnownNames names) {
      return until(Integer.MAX_VALUE, changed, names);
    }

    /** As many from the first one on as have not too many forms. */
    static Lot first(List<Changed> changed, KnownNames names) {
      return until(FORMS_AT_ONCE, changed, names);
    }

    private static Lot until(int most, List<Changed> changed, KnownNames names) {
      Set<UUID> authorities = new LinkedHashSet<>();
      Set<WrittenName> forms = new LinkedHashSet<>();
      long last = 0;
      for (Changed each : changed) {
        List<WrittenName> more = names.forms(each.id());
        if (!authorities.isEmpty() && forms.size() + more.size() > most) {
          break;
        }
        authorities.add(each.id());
        forms.addAll(more);
        last = each.position();
      }
      return new Lot(authorities, List.copyOf(forms), last);
    }
  }
}
