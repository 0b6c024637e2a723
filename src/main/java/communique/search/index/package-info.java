/**
 * The index as a projection of the record: made, filled, kept by a follower of the journal,
 * compared with the record and made anew, and what administrators may ask of it.
 *
 * <p>Part of {@code search}, which does not know it; calls the foundations, {@code briefing}, and
 * {@code search.server}, and of {@code search} what texts are filed under. Start reading at {@code
 * KeepIndices}, and for one step at {@code FollowJournal}.
 */
@NullMarked
package communique.search.index;

import org.jspecify.annotations.NullMarked;
