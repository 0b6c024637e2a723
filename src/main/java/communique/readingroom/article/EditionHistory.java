package communique.readingroom.article;

import communique.briefing.Moment;
import communique.briefing.Significance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an edition has been.
 *
 * @param versions those that everybody sees, and where all are told of those that were erased, by
 *     number
 * @param before the number of the one before them; absent when they begin with the first, or when
 *     that one was erased
 * @param shown the number of the one on the page
 * @param present the number of the one that is shown at the address of the edition
 */
public record EditionHistory(
    List<Moment> versions, @Nullable Integer before, int shown, int present) {
  public EditionHistory {
    versions = List.copyOf(versions);
  }

  /** Whether the page has a version that was replaced. */
  public boolean isEarlier() {
    return shown < present();
  }

  /** Whether a part of what the page has was taken out by law. */
  public boolean isRedacted() {
    return versions.stream().anyMatch(each -> each.number() == shown && each.redacted());
  }

  /** The corrections that were more than a slip, the last first. */
  public List<Step> corrections() {
    List<Step> corrections =
        steps().stream()
            .filter(step -> step.moment().significance() == Significance.MAJOR)
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.reverse(corrections);
    return corrections;
  }

  /** All versions, each with the one that it replaced. */
  public List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    Integer last = before;
    for (Moment version : versions) {
      steps.add(new Step(version, version.erased() ? null : last));
      last = version.erased() ? last : (Integer) version.number();
    }
    return steps;
  }

  /**
   * A version, and what it replaced.
   *
   * @param before the number of that; absent when there is none with which it can be compared
   */
  public record Step(Moment moment, @Nullable Integer before) {}
}
