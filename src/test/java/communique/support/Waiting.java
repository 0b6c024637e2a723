package communique.support;

import java.io.IOException;
import java.time.Duration;

/** Waits until a server that was started answers. */
final class Waiting {
  /** Something that may be so, or not yet. */
  @FunctionalInterface
  interface Question {
    boolean answered() throws IOException;
  }

  private Waiting() {}

  static void until(Question ready, Child child, Duration patience) throws IOException, CannotRun {
    long end = System.nanoTime() + patience.toNanos();
    while (!ready.answered()) {
      if (!child.alive()) {
        throw new CannotRun(
            "The " + child.name() + " server ended while starting; its log is " + child.log());
      }
      if (System.nanoTime() > end) {
        throw new CannotRun(
            "The %s server was not ready within %d seconds; its log is %s"
                .formatted(child.name(), patience.toSeconds(), child.log()));
      }
      pause();
    }
  }

  /** Goes on after some time, be it so or not. */
  static void awhile(Question ready, Duration patience) throws IOException, CannotRun {
    long end = System.nanoTime() + patience.toNanos();
    while (!ready.answered() && System.nanoTime() < end) {
      pause();
    }
  }

  private static void pause() throws CannotRun {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotRun("Interrupted while starting.", e);
    }
  }
}
