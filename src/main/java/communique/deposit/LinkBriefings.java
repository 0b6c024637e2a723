package communique.deposit;

import communique.access.Action;
import communique.access.Caller;
import communique.archive.LinkedOverviews;
import communique.archive.Links;
import communique.briefing.Briefing;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.ToldTranslation;
import communique.database.NeedsDatabase;
import communique.journal.Journal;
import communique.journal.Settled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Declares that two briefings are one thing said in several languages. Nothing of them is moved or
 * changed; what is added can be taken back.
 */
@NeedsDatabase
@ApplicationScoped
public class LinkBriefings {
  @Inject private Target target;
  @Inject private Links links;
  @Inject private Sides sides;
  @Inject private Journal journal;

  /**
   * Links the briefings, each with all that are linked with it already; when this returns, that is
   * durable. What the caller does not see does not count: neither for the languages, of which each
   * may be there once, nor for the number.
   *
   * @throws Refusal NOT_FOUND when the caller sees no such briefing or edition, OUT_OF_RANGE when
   *     the two are one or a translation contradicts its edition, ALREADY_LINKED when they are,
   *     EDITION_EXISTS when both sides have an edition in a language, TOO_MANY_LINKED when they
   *     would be more than 50; also when the caller may not, for one of their offices
   */
  @Settled
  @Transactional
  public void link(Caller caller, UUID id, LinkSubmission link) {
    Briefing one = own(caller, id);
    Briefing other = own(caller, link.briefing());
    if (one.equals(other)) {
      throw new Refusal(Reason.OUT_OF_RANGE, "briefing", "must be another briefing", id.toString());
    }
    links.lock(List.of(one.id(), other.id()));
    Side here = side(caller, one.id());
    Side there = side(caller, other.id());
    mustFit(here, there, other.id());
    List<ToldTranslation> told =
        new Renderings(here, one.id(), there, other.id()).of(link.translations());
    links.join(Stream.concat(here.ids().stream(), there.ids().stream()).toList(), caller.name());
    told.forEach(translation -> links.tell(translation, caller.name()));
    journal.append(Side.entries("LinkBriefings", caller.name(), here, there));
  }

  // It may have been erased while this waited.
  private Side side(Caller caller, UUID id) {
    Side side = sides.around(caller, id);
    if (!side.ids().contains(id)) {
      throw new Refusal(Reason.NOT_FOUND, "briefing", "must be a briefing here", id.toString());
    }
    return side;
  }

  private Briefing own(Caller caller, UUID id) {
    Briefing briefing = target.find(caller, id, Action.CORRECT);
    caller.mustCorrectFor(briefing.office());
    return briefing;
  }

  static void mustFit(Side here, Side there, UUID other) {
    if (here.ids().contains(other)) {
      throw new Refusal(
          Reason.ALREADY_LINKED, "briefing", "must not be linked with it yet", other.toString());
    }
    Set<String> shared = here.sharedWith(there);
    if (!shared.isEmpty()) {
      throw new Refusal(
          Reason.EDITION_EXISTS,
          "briefing",
          "must have editions in other languages than what it is linked with",
          String.join(", ", shared));
    }
    int together = here.seen().size() + there.seen().size();
    if (together > LinkedOverviews.MOST) {
      throw new Refusal(
          Reason.TOO_MANY_LINKED,
          "briefing",
          "must make no more than " + LinkedOverviews.MOST + " briefings that are linked",
          "" + together);
    }
  }
}
