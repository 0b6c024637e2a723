package communique.search.index;

import communique.briefing.index.IndexGeneration;
import communique.briefing.index.IndexGeneration.State;
import communique.journal.Journal;
import communique.journal.index.IndexGenerations;
import communique.search.server.Shelf;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The short transactions in which indices are made, begin to serve and go. Each can be broken off
 * anywhere and done again, by any node.
 */
@ApplicationScoped
class GenerationWork {
  private static final System.Logger LOG = System.getLogger(GenerationWork.class.getName());

  /** How long indices stay that were replaced: searches in them may not have ended. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  @Inject private IndexGenerations generations;
  @Inject private Journal journal;
  @Inject private Indices indices;

  /** The generations that are kept up to the journal. */
  record Now(Optional<IndexGeneration> serving, Optional<IndexGeneration> filling) {
    List<IndexGeneration> both() {
      return Stream.of(serving, filling).flatMap(Optional::stream).toList();
    }

    /** Whether those that served before may go. */
    boolean isSettled(Instant time) {
      return serving
          .map(IndexGeneration::finishedAt)
          .map(since -> since.plus(GRACE).isBefore(time))
          .orElse(true);
    }
  }

  @Transactional
  Now now() {
    // By one look: between two, what was being filled may have begun to serve.
    List<IndexGeneration> followed = generations.followed(Shelf.SCHEMA);
    return new Now(in(State.SERVING, followed), in(State.FILLING, followed));
  }

  private static Optional<IndexGeneration> in(State state, List<IndexGeneration> followed) {
    return followed.stream().filter(each -> each.state() == state).findAny();
  }

  @Transactional
  void begin(@Nullable String askedBy) {
    generations.begin(Shelf.SCHEMA, askedBy);
  }

  /** Gives up indices that are no longer in Elasticsearch. */
  @Transactional
  void lose(IndexGeneration generation) {
    LOG.log(
        System.Logger.Level.WARNING,
        "the search indices {0} are lost; others are filled from the record",
        generation.number());
    generations.fail(generation.id(), "its indices are no longer in Elasticsearch");
  }

  /** Begins others in the place of those that serve and of which a part is lost. */
  @Transactional
  void replace(IndexGeneration generation) {
    generations.lock();
    // What was replaced meanwhile is gone rightly.
    if (generations.find(generation.id()).orElseThrow().state() == State.SERVING) {
      LOG.log(
          System.Logger.Level.WARNING,
          "the restricted search index {0} is lost; others are filled from the record",
          generation.number());
      generations.begin(Shelf.SCHEMA, null);
    }
  }

  /** Makes the indices of a generation, unless another node is at it. */
  @Transactional(rollbackOn = IOException.class)
  void make(UUID id) throws IOException {
    if (journal.claim(IndexGeneration.follower(id)).isPresent()) {
      IndexGeneration generation = generations.find(id).orElseThrow();
      if (generation.identity() == null) {
        generations.made(id, indices.make(generation));
      }
    }
  }

  /**
   * Lets a generation serve that is filled, unless it was given up. Searches go to it before the
   * database knows: a node that goes down in between leaves indices that serve and are still to be
   * published, which does no harm.
   */
  @Transactional(rollbackOn = IOException.class)
  void publish(UUID id) throws IOException {
    generations.lock();
    IndexGeneration generation = generations.find(id).orElseThrow();
    if (generation.state() == State.FILLING) {
      indices.publish(generation);
      generations.serve(generation);
    }
  }

  /** Lets searches go to those that serve again, after somebody else has turned them away. */
  @Transactional(rollbackOn = IOException.class)
  void repair(UUID id) throws IOException {
    // What is about to be replaced was turned away rightly.
    generations.lock();
    IndexGeneration generation = generations.find(id).orElseThrow();
    if (generation.state() == State.SERVING && !indices.there().searches(generation)) {
      indices.publish(generation);
    }
  }

  /** Deletes what is of no generation that is kept up. */
  @Transactional(rollbackOn = IOException.class)
  void sweep() throws IOException {
    // So that nobody makes new ones between the look and the end.
    generations.lock();
    List<String> others = indices.there().others(now().both());
    indices.delete(others);
    generations.forgetGivenUp(Shelf.SCHEMA);
    LOG.log(System.Logger.Level.INFO, "deleted search indices that nobody uses: {0}", others);
  }
}
