package communique.deposit.imports;

/**
 * How far into its file an import is.
 *
 * @param line the last one up to which all are done
 * @param bytes read until then
 */
record Progress(long line, long bytes) {
  /** No further than before. */
  static final Progress NONE = new Progress(0, 0);
}
