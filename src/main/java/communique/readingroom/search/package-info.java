/**
 * The pages of searches. Calls {@code search}, {@code reading} and {@code names}. Start reading at
 * {@link communique.readingroom.search.SearchPages}.
 */
@NullMarked
package communique.readingroom.search;

import org.jspecify.annotations.NullMarked;
