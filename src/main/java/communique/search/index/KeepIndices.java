package communique.search.index;

import communique.authority.KnownNames;
import communique.briefing.index.IndexGeneration;
import communique.search.index.FollowJournal.Outcome;
import communique.search.server.Shelf;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the indices: those that serve up to the journal, and those that are being filled until they
 * can serve. Where there are none, or they were lost, new ones are begun. The two are kept
 * independently, so that neither waits for the other. Where the restricted index alone was lost,
 * the public one serves on, and is kept up to the journal, until others can: what everybody may
 * know is all in it.
 *
 * <p>What the database says of the indices is read before Elasticsearch is looked at: whatever it
 * knows must be there.
 */
@ApplicationScoped
class KeepIndices {
  @Inject private GenerationWork work;
  @Inject private Indices indices;
  @Inject private FollowJournal followJournal;
  @Inject private CompareSome compareSome;
  @Inject private KnownNames names;
  @Inject private IndexLag lag;

  /**
   * Takes a step with those that serve.
   *
   * @return whether there may be more to do at once
   * @throws IOException when Elasticsearch does not answer; then all is as before
   */
  boolean serve() throws IOException {
    GenerationWork.Now now = work.now();
    now.both().stream().findFirst().ifPresent(lag::follows);
    if (now.both().isEmpty()) {
      work.begin(null);
      return false;
    }
    Optional<IndexGeneration> serving = now.serving();
    if (serving.isEmpty() || !areNamesKnown()) {
      return false;
    }
    Indices.There there = indices.there();
    Set<Shelf> shelves = there.shelves(serving.get());
    if (!shelves.contains(Shelf.PUBLIC)) {
      work.lose(serving.get());
      return true;
    }
    if (!there.has(serving.get()) && now.filling().isEmpty()) {
      work.replace(serving.get());
    }
    indices.adjust(there, serving.get());
    if (there.has(serving.get()) && !there.searches(serving.get())) {
      work.repair(serving.get().id());
    }
    Outcome outcome = followJournal.step(serving.get().id(), shelves);
    return switch (outcome) {
      case MORE -> true;
      case UP_TO_DATE -> compareSome.step(serving.get());
      case WAITING -> false;
    };
  }

  /**
   * Takes a step with those that are being filled, and has those deleted that nobody needs.
   *
   * @return whether there may be more to do at once
   * @throws IOException when Elasticsearch does not answer; then all is as before
   */
  boolean fill() throws IOException {
    GenerationWork.Now now = work.now();
    Indices.There there = indices.there();
    if (now.isSettled(Instant.now()) && !there.others(now.both()).isEmpty()) {
      work.sweep();
    }
    if (now.filling().isEmpty() || !areNamesKnown()) {
      return false;
    }
    IndexGeneration filling = now.filling().get();
    if (filling.identity() == null) {
      work.make(filling.id());
      return true;
    }
    if (!there.has(filling)) {
      work.lose(filling);
      return true;
    }
    Outcome outcome = followJournal.step(filling.id(), there.shelves(filling));
    if (outcome == Outcome.UP_TO_DATE) {
      work.publish(filling.id());
    }
    return outcome == Outcome.MORE;
  }

  // What is indexed before would say of nobody that a text names them.
  private boolean areNamesKnown() {
    return names.areKnown();
  }
}
