/**
 * Words for how the search index is kept.
 *
 * <p>Part of {@code briefing}: calls nobody. Start reading at {@link
 * communique.briefing.index.IndexGeneration}.
 */
@NullMarked
package communique.briefing.index;

import org.jspecify.annotations.NullMarked;
