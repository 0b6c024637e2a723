/**
 * Imports of old holdings: files of many briefings, taken in line by line in the background.
 *
 * <p>A use case: part of {@code deposit}, by whose rules each line is taken in; calls the
 * foundations and {@code briefing}. Start reading at {@link
 * communique.deposit.imports.StartImport}, and for how a file is worked through at {@code
 * ImportRun}.
 */
@NullMarked
package communique.deposit.imports;

import org.jspecify.annotations.NullMarked;
