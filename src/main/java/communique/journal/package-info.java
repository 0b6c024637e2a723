/**
 * The append-only log of changes and the positions of those who follow it.
 *
 * <p>A foundation: calls only {@code briefing}. Start reading at {@link
 * communique.journal.Journal}.
 */
@NullMarked
package communique.journal;

import org.jspecify.annotations.NullMarked;
