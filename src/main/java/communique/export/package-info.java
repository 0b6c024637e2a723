/**
 * Giving out: a version in the formats of others. The writers are pure: a {@link
 * communique.export.Publication} in, bytes out.
 *
 * <p>A use case: calls the foundations and {@code briefing}, never another use case. Start reading
 * at {@link communique.export.Format}.
 */
@NullMarked
package communique.export;

import org.jspecify.annotations.NullMarked;
