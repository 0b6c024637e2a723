/** What stands on the pages of briefings. */
@NullMarked
package communique.readingroom.article;

import org.jspecify.annotations.NullMarked;
