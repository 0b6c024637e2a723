/**
 * What the search index needs to know beside the journal: which briefings are to be indexed again,
 * which indices there are and how far they are filled, what was refused, and comparisons.
 *
 * <p>A foundation, part of {@code journal}. Start reading at {@link
 * communique.journal.index.IndexRequests}.
 */
@NullMarked
package communique.journal.index;

import org.jspecify.annotations.NullMarked;
