package communique.support;

/**
 * How the JVMs of the servers are started.
 *
 * @param searchHeap the memory of Elasticsearch, as {@code -Xmx} has it
 * @param compiler which of a JVM's compilers work; empty for all
 */
record Jvms(String searchHeap, String compiler) {
  /** For servers that go on. */
  static final Jvms LASTING = new Jvms("512m", "");

  /** For those of some minutes: what the second compiler costs would not come in again. */
  static final Jvms BRIEF = new Jvms("256m", "-XX:TieredStopAtLevel=1");
}
