/**
 * The record of imports: jobs and how far they have come, their reports, lines that wait, and which
 * briefing a group of lines belongs to. Everything takes part in the caller's transaction.
 *
 * <p>A foundation: calls only {@code briefing}. Start reading at {@link
 * communique.archive.imports.ImportJobs}.
 */
@NullMarked
package communique.archive.imports;

import org.jspecify.annotations.NullMarked;
