package communique.rest;

import communique.reading.ListChanges;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Those who follow the changes as they happen. One look at the record, four times a second and only
 * while somebody follows, wakes all of them on this node; each is then sent what it has not got by
 * a thread of its own, so that a slow one keeps nobody waiting.
 */
@ApplicationScoped
class ChangeStreams {
  private static final System.Logger LOG = System.getLogger(ChangeStreams.class.getName());

  /** How many may follow at once on a node. */
  static final int MOST = 100;

  private static final long EVERY_MILLISECONDS = 250;

  @Resource private ManagedScheduledExecutorService executor;
  @Inject private ListChanges listChanges;

  private final Set<ChangeStream> streams = ConcurrentHashMap.newKeySet();
  private final Semaphore places = new Semaphore(MOST);
  private @Nullable Future<?> looks;

  // Only the looks touch this, and never two at once.
  private boolean failing;

  /**
   * Takes a follower on.
   *
   * @param position of the last change that it has got
   * @return whether there was a place for it
   */
  boolean add(SseEventSink sink, Sse sse, long position) {
    if (!places.tryAcquire()) {
      return false;
    }
    streams.add(new ChangeStream(sink, sse, listChanges, position));
    begin();
    return true;
  }

  private synchronized void begin() {
    if (looks == null) {
      looks =
          executor.scheduleWithFixedDelay(this::look, 0, EVERY_MILLISECONDS, TimeUnit.MILLISECONDS);
    }
  }

  @PreDestroy
  synchronized void stop() {
    if (looks != null) {
      looks.cancel(true);
    }
    streams.forEach(ChangeStream::close);
  }

  private void look() {
    if (streams.isEmpty()) {
      return;
    }
    try {
      long newest = listChanges.newest();
      failing = false;
      streams.stream().filter(stream -> stream.needs(newest)).forEach(this::serve);
    } catch (Throwable failure) {
      // A look that throws would be the last. Nobody has lost anything: a later one sees it all.
      if (!failing) {
        LOG.log(System.Logger.Level.WARNING, "changes cannot be followed now", failure);
      }
      failing = true;
    }
  }

  private void serve(ChangeStream stream) {
    executor.execute(
        () -> {
          if (!stream.send() && streams.remove(stream)) {
            places.release();
          }
        });
  }
}
