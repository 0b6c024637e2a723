package communique.quality;

import java.io.IOException;
import java.util.List;
import java.util.UUID;

/** What is asked. */
interface Engine {
  /** How many hits are asked for. */
  int HITS = 50;

  String name();

  /** The briefings of what it finds, the best first, each once. */
  List<UUID> ask(String query) throws IOException, InterruptedException;
}
