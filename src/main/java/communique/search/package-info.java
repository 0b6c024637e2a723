/**
 * Finding: questions to the index, in the words of readers. How the index is kept is the matter of
 * {@code search.index}.
 *
 * <p>A use case: calls the foundations, {@code briefing} and {@code search.server}, never another
 * use case. Start reading at {@link communique.search.SearchBriefings}.
 */
@NullMarked
package communique.search;

import org.jspecify.annotations.NullMarked;
