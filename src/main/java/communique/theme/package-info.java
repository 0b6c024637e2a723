/**
 * The look of the house, which every door with something for people to see may have: its name and
 * the files that pages need. Calls {@code briefing} alone. Start reading at {@link
 * communique.theme.Theme}.
 */
@NullMarked
package communique.theme;

import org.jspecify.annotations.NullMarked;
