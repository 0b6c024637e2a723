package communique.search.server;

import co.elastic.clients.transport.DefaultTransportOptions;
import co.elastic.clients.transport.TransportOptions;
import java.time.Duration;

/** How long a request to Elasticsearch waits for its answer. */
final class Patience extends DefaultTransportOptions {
  /** Of what is asked without saying so. */
  private static final Patience USUAL = new Patience(Duration.ofSeconds(10));

  private final Duration answer;

  /**
   * @param answer how long each of its parts may be awaited
   */
  Patience(Duration answer) {
    this.answer = answer;
  }

  static Patience in(TransportOptions options) {
    return options instanceof Patience patience ? patience : USUAL;
  }

  Duration answer() {
    return answer;
  }
}
