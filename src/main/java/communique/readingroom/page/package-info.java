/**
 * What every page of the reading room is made with: the reader's languages, the room's own words,
 * templates and addresses. Calls {@code briefing}, {@code search} and {@code theme}. Start reading
 * at {@link communique.readingroom.page.Pages}.
 */
@NullMarked
package communique.readingroom.page;

import org.jspecify.annotations.NullMarked;
