package communique.briefing.imports;

/**
 * How far an import has come.
 *
 * @param bytes read of the file
 * @param line the number of the last one up to which all are done, blank ones counted too
 * @param lines done: the sum of kept, repeated, refused and parked
 * @param kept taken in by this import
 * @param repeated in the archive before, with the same content
 * @param refused not taken in; the report tells why
 * @param noted among those kept: not all of the line could be taken over
 * @param parked waiting for the versions before theirs; none when the import is done
 */
public record ImportCounts(
    long bytes,
    long line,
    long lines,
    long kept,
    long repeated,
    long refused,
    long noted,
    long parked) {

  /** Nothing yet. */
  public static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0, 0, 0, 0);

  /** Both together; of the places in the file, the later. */
  public ImportCounts plus(ImportCounts more) {
    return new ImportCounts(
        Math.max(bytes, more.bytes),
        Math.max(line, more.line),
        lines + more.lines,
        kept + more.kept,
        repeated + more.repeated,
        refused + more.refused,
        noted + more.noted,
        parked + more.parked);
  }
}
