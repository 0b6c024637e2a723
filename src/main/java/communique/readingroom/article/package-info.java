/**
 * The pages of briefings. Calls {@code reading}. Start reading at {@link
 * communique.readingroom.article.BriefingPages}.
 */
@NullMarked
package communique.readingroom.article;

import org.jspecify.annotations.NullMarked;
