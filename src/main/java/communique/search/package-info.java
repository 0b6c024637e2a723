/**
 * Finding: the index as a projection of the record, kept by a follower of the journal.
 *
 * <p>A use case: calls the foundations and {@code briefing}, never another use case. Start reading
 * at {@link communique.search.SearchBriefings}, and for how the index is kept at {@code
 * FollowJournal}.
 */
@NullMarked
package communique.search;

import org.jspecify.annotations.NullMarked;
