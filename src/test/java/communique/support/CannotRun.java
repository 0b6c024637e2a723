package communique.support;

import java.io.Serial;

/** Why the servers cannot run, as one sentence for the person at the terminal. */
public final class CannotRun extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  CannotRun(String sentence) {
    super(sentence);
  }

  CannotRun(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
