/**
 * Names: the records of people, organisations and places, and how they are found in texts and
 * queries.
 *
 * <p>A foundation: calls only {@code briefing} and {@code schedule}. Start reading at {@link
 * communique.authority.Authorities} for the record, and at {@link communique.authority.KnownNames}
 * for the finding.
 */
@NullMarked
package communique.authority;

import org.jspecify.annotations.NullMarked;
