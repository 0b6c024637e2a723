/**
 * The pages of briefings: editions and their versions, what changed, two languages side by side,
 * media, citations. Calls {@code reading}, {@code export} and {@code names}. Start reading at
 * {@link communique.readingroom.article.BriefingPages}.
 */
@NullMarked
package communique.readingroom.article;

import org.jspecify.annotations.NullMarked;
