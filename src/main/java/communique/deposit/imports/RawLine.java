package communique.deposit.imports;

import org.jspecify.annotations.Nullable;

/**
 * A line as it stands in a file.
 *
 * @param number counted from 1, through all files of a ZIP or tar
 * @param file within a ZIP or tar
 * @param page whether it is the text of a web page rather than JSON
 * @param bytes absent when there are more than a line may have
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
record RawLine(long number, @Nullable String file, boolean page, byte @Nullable [] bytes) {}
