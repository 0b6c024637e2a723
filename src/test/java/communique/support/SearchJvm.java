package communique.support;

/**
 * How the JVM of Elasticsearch is started.
 *
 * @param heap its memory, as {@code -Xmx} has it
 * @param compiler which of the JVM's compilers work; empty for all
 */
record SearchJvm(String heap, String compiler) {
  /** For one that goes on. */
  static final SearchJvm LASTING = new SearchJvm("512m", "");

  /** For one of some minutes: what the second compiler costs would not come in again. */
  static final SearchJvm BRIEF = new SearchJvm("256m", "-XX:TieredStopAtLevel=1");
}
