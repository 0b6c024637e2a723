/**
 * Who may do what: accounts, callers, rights, and the one thing that can say what a caller may see.
 *
 * <p>A foundation: calls only {@code briefing}. Start reading at {@link
 * communique.access.Visibility}.
 */
@NullMarked
package communique.access;

import org.jspecify.annotations.NullMarked;
