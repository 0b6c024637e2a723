/**
 * Finding: the index as a projection of the record, kept by a follower of the journal.
 *
 * <p>A use case: calls the foundations and {@code briefing}, never another use case. Start reading
 * at {@code SearchBriefings}.
 */
@NullMarked
package communique.search;

import org.jspecify.annotations.NullMarked;
