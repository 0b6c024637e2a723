package communique.reading;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Answers with one look at the record the same question of many. No answer comes from a look that
 * had begun before it was asked for, so it is as new as if each had looked alone; nothing is
 * remembered. Who asks while nobody looks waits for nobody.
 *
 * @param <Q> a question, which equals others that ask the same
 * @param <A> its answer
 */
public final class SharedLook<Q, A> {
  private static final int TURNS = 64;

  private final Function<Q, A> look;
  private final ConcurrentMap<Q, CompletableFuture<A>> waiting = new ConcurrentHashMap<>();
  // One look for a question at a time: those who ask meanwhile share the next.
  private final Lock[] turns =
      IntStream.range(0, TURNS).mapToObj(i -> new ReentrantLock()).toArray(Lock[]::new);

  /**
   * @param look finds the answer; what it throws all get who asked
   */
  public SharedLook(Function<Q, A> look) {
    this.look = look;
  }

  /** The answer. */
  public A ask(Q question) {
    CompletableFuture<A> mine = new CompletableFuture<>();
    CompletableFuture<A> others = waiting.putIfAbsent(question, mine);
    if (others == null) {
      answer(question, mine);
    }
    return given(others == null ? mine : others);
  }

  private void answer(Q question, CompletableFuture<A> asked) {
    Lock turn = turns[Math.floorMod(question.hashCode(), TURNS)];
    turn.lock();
    try {
      waiting.remove(question, asked);
      asked.complete(look.apply(question));
    } catch (Throwable failure) {
      // Also when the machine itself fails: nobody may wait for what nobody does.
      asked.completeExceptionally(failure);
      throw failure;
    } finally {
      turn.unlock();
    }
  }

  private static <A> A given(CompletableFuture<A> answer) {
    try {
      return answer.join();
    } catch (CompletionException failed) {
      Throwable cause = failed.getCause();
      throw cause instanceof RuntimeException known ? known : failed;
    }
  }
}
