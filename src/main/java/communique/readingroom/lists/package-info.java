/**
 * The pages that list briefings. Calls {@code reading}. Start reading at {@link
 * communique.readingroom.lists.NewestBriefings}.
 */
@NullMarked
package communique.readingroom.lists;

import org.jspecify.annotations.NullMarked;
