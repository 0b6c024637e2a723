package communique.deposit.imports;

import org.jspecify.annotations.Nullable;

/**
 * A line as it stands in a file.
 *
 * @param number counted from 1, through all files of a ZIP or tar
 * @param file within a ZIP or tar
 * @param bytes absent when there are more than a line may have, or none can be understood
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
record RawLine(long number, @Nullable String file, Form form, byte @Nullable [] bytes) {
  /** What it is. */
  enum Form {
    OBJECT,
    /** The text of a web page. */
    PAGE,
    /** A whole file that is neither lines nor a page nor a medium. */
    STRANGE
  }
}
