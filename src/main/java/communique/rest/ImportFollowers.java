package communique.rest;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.imports.ImportJob;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Those who follow imports by server-sent events. Each is told every second how far its import has
 * come; that keeps the connection in use, so that one that is dead is noticed.
 */
@ApplicationScoped
class ImportFollowers {
  private static final System.Logger LOG = System.getLogger(ImportFollowers.class.getName());

  /** The most followers of one node. */
  private static final int MOST = 50;

  private static final long EVERY_MILLISECONDS = 1000;

  @Resource private ManagedScheduledExecutorService timer;

  private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
  private @Nullable Future<?> ticks;

  /**
   * Adds a follower.
   *
   * @throws Refusal RECORD_UNAVAILABLE when there are too many; a later try may do better
   */
  synchronized void add(SseEventSink sink, Sse events, Supplier<ImportJob> job) {
    if (followers.size() >= MOST) {
      throw new Refusal(
          Reason.RECORD_UNAVAILABLE, "", "no more than " + MOST + " can follow imports", "");
    }
    Follower follower = new Follower(sink, events, job);
    if (!tell(follower)) {
      followers.add(follower);
      if (ticks == null) {
        ticks =
            timer.scheduleWithFixedDelay(
                () -> followers.removeIf(ImportFollowers::tell),
                EVERY_MILLISECONDS,
                EVERY_MILLISECONDS,
                TimeUnit.MILLISECONDS);
      }
    }
  }

  @PreDestroy
  synchronized void stop() {
    if (ticks != null) {
      ticks.cancel(true);
    }
    followers.forEach(Follower::close);
  }

  // Whether it was the last time.
  private static boolean tell(Follower follower) {
    if (follower.sink().isClosed()) {
      return true;
    }
    try {
      ImportJob job = follower.job().get();
      OutboundSseEvent event =
          follower
              .events()
              .newEventBuilder()
              .name("import")
              .data(String.class, new String(ImportsJson.job(job), StandardCharsets.UTF_8))
              .build();
      follower
          .sink()
          .send(event)
          .whenComplete(
              (sent, failure) -> {
                if (job.isOver() || failure != null) {
                  follower.close();
                }
              });
      return job.isOver();
    } catch (Throwable failure) {
      // What throws would end the ticks for all.
      LOG.log(System.Logger.Level.DEBUG, "an import cannot be followed on", failure);
      follower.close();
      return true;
    }
  }

  private record Follower(SseEventSink sink, Sse events, Supplier<ImportJob> job) {
    void close() {
      try {
        sink.close();
      } catch (IOException e) {
        LOG.log(System.Logger.Level.DEBUG, "the connection was gone already", e);
      }
    }
  }
}
