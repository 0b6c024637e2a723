package communique.rest;

import communique.reading.ListChanges;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** One who follows the changes, and how far it has got. */
final class ChangeStream {
  private static final System.Logger LOG = System.getLogger(ChangeStream.class.getName());
  private static final int AT_ONCE = 200;
  private static final long HEARTBEAT = TimeUnit.SECONDS.toNanos(15);
  private static final long SLOWEST_SECONDS = 60;

  private final SseEventSink sink;
  private final Sse sse;
  private final ListChanges listChanges;
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile long position;
  private volatile long lastSent;

  ChangeStream(SseEventSink sink, Sse sse, ListChanges listChanges, long position) {
    this.sink = sink;
    this.sse = sse;
    this.listChanges = listChanges;
    this.position = position;
    // The first look finds a heartbeat due: the head of the answer goes out at once.
    this.lastSent = System.nanoTime() - HEARTBEAT;
  }

  /** Whether there is something to send and nobody is at it; who gets a yes must send. */
  boolean needs(long newest) {
    boolean due = newest > position || sink.isClosed() || isHeartbeatDue();
    return due && busy.compareAndSet(false, true);
  }

  /**
   * Sends what is new, or else a sign of life.
   *
   * @return whether the follower is still there
   */
  boolean send() {
    if (sink.isClosed()) {
      return false;
    }
    try {
      ListChanges.Page page = listChanges.list(position, AT_ONCE);
      while (!page.changes().isEmpty()) {
        for (ListChanges.Listed change : page.changes()) {
          deliver(event(change));
          position = change.change().position();
        }
        page = listChanges.list(position, AT_ONCE);
      }
      if (isHeartbeatDue()) {
        deliver(sse.newEventBuilder().comment("here").build());
      }
      busy.set(false);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      // Gone, too slow, or the record is away: it comes back with the position it has got.
      LOG.log(System.Logger.Level.DEBUG, "a follower of the changes is given up", e);
    }
    close();
    return false;
  }

  void close() {
    try {
      sink.close();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "a follower of the changes had gone", e);
    }
  }

  private boolean isHeartbeatDue() {
    return System.nanoTime() - lastSent >= HEARTBEAT;
  }

  private void deliver(OutboundSseEvent event)
      throws InterruptedException, ExecutionException, TimeoutException {
    sink.send(event).toCompletableFuture().get(SLOWEST_SECONDS, TimeUnit.SECONDS);
    lastSent = System.nanoTime();
  }

  private OutboundSseEvent event(ListChanges.Listed change) {
    return sse.newEventBuilder()
        .id(Long.toString(change.change().position()))
        .name("change")
        .data(new String(ChangesJson.one(change), StandardCharsets.UTF_8))
        .build();
  }
}
