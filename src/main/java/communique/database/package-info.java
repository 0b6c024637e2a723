/**
 * What all that work on the database share: its clock, how often it is tried again, and telling
 * that it is away from other failures.
 *
 * <p>A foundation: calls only {@code briefing}. Start reading at {@link
 * communique.database.NeedsDatabase}.
 */
@NullMarked
package communique.database;

import org.jspecify.annotations.NullMarked;
