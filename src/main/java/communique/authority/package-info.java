/**
 * Names: the records of people, organisations and places.
 *
 * <p>A foundation: calls only {@code briefing}. Start reading at {@link
 * communique.authority.Authorities}.
 */
@NullMarked
package communique.authority;

import org.jspecify.annotations.NullMarked;
