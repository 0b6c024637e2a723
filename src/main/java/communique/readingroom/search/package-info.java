/**
 * The pages of searches. Calls {@code search} and {@code reading}. Start reading at {@link
 * communique.readingroom.search.SearchPages}.
 */
@NullMarked
package communique.readingroom.search;

import org.jspecify.annotations.NullMarked;
