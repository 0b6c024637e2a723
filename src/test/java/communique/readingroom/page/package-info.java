/** What every page of the reading room is made with. */
@NullMarked
package communique.readingroom.page;

import org.jspecify.annotations.NullMarked;
