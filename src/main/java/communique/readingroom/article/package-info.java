/**
 * The pages of briefings: editions and their versions, what changed, two languages side by side,
 * media, citations, what is like one. Calls {@code reading}, {@code export}, {@code names} and
 * {@code search}. Start reading at {@link communique.readingroom.article.BriefingPages}.
 */
@NullMarked
package communique.readingroom.article;

import org.jspecify.annotations.NullMarked;
