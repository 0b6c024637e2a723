/**
 * The record of truth in PostgreSQL: briefings, editions, versions, receipts. Every read demands a
 * visibility.
 *
 * <p>A foundation: calls only {@code briefing} and, for visibility, {@code access}. Start reading
 * at {@link communique.archive.Versions}.
 */
@NullMarked
package communique.archive;

import org.jspecify.annotations.NullMarked;
