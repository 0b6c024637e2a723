/**
 * Looking after what is kept: smaller pictures, sweeping, checking that files are still what they
 * were.
 *
 * <p>A use case: calls the foundations and {@code briefing}, never another use case. Start reading
 * at {@link communique.preservation.MakeRenditions}.
 */
@NullMarked
package communique.preservation;

import org.jspecify.annotations.NullMarked;
