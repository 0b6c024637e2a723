package communique.briefing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gathers all that a request breaks, so that its sender is told of everything at once. */
public final class Violations {
  /** As many as anybody would read. */
  public static final int MOST = 100;

  private final List<Violation> found = new ArrayList<>();

  /**
   * Checks all rules.
   *
   * @throws Refusal with all that were broken
   */
  static void ofAll(Runnable... rules) {
    Violations violations = new Violations();
    for (Runnable rule : rules) {
      violations.check(rule);
    }
    violations.refuse();
  }

  /** Checks a rule; what it refuses is kept. */
  public void check(Runnable rule) {
    try {
      rule.run();
    } catch (Refusal refusal) {
      add(refusal.violations());
    }
  }

  /**
   * Makes a part of a value.
   *
   * @param place the part's name, from which its violations are told
   * @return absent when it was refused
   */
  public <T> @Nullable T part(String place, Supplier<? extends @Nullable T> part) {
    try {
      return part.get();
    } catch (Refusal refusal) {
      add(refusal.violations().stream().map(violation -> violation.within(place)).toList());
      return null;
    }
  }

  /**
   * As {@link #part}; what stands in for a refused one leads nowhere, since all is refused then.
   */
  public <T> T part(String place, Supplier<? extends T> part, T instead) {
    T made = part(place, part);
    return made == null ? instead : made;
  }

  /** Adds what is known to be broken; of more than {@link #MOST} the rest is left out. */
  public void add(List<Violation> more) {
    found.addAll(more.subList(0, Math.min(more.size(), MOST - found.size())));
  }

  /** Whether a field of this name, or something in it, broke a rule. */
  public boolean in(String name) {
    return found.stream().anyMatch(violation -> violation.field().startsWith(name));
  }

  /**
   * Ends the gathering.
   *
   * @throws Refusal with all that was found, when there is any
   */
  public void refuse() {
    if (!found.isEmpty()) {
      throw new Refusal(found);
    }
  }
}
