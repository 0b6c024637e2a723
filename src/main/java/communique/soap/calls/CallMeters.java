package communique.soap.calls;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/**
 * Counts and times calls. There are as many series as accounts, operations and reasons allow, and
 * no client can make more of them: names come from the archive and never from a message.
 */
final class CallMeters {
  private static final Duration[] STEPS = {
    Duration.ofMillis(10),
    Duration.ofMillis(50),
    Duration.ofMillis(250),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5)
  };

  private CallMeters() {}

  static void count(Call call, MeterRegistry registry) {
    Timer.builder("communique.soap.calls")
        .description("Calls of the SOAP services, from the request to the end of the answer")
        .tags("client", call.client(), "operation", call.operation())
        .serviceLevelObjectives(STEPS)
        .register(registry)
        .record(call.time());
    if (!call.isAnswered()) {
      Counter.builder("communique.soap.faults")
          .description("Calls that were answered with a fault, by its reason")
          .tags("client", call.client(), "operation", call.operation(), "reason", call.outcome())
          .register(registry)
          .increment();
    }
  }
}
