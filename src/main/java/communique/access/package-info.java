/**
 * Who may do what: accounts, callers, rights, and the one thing that can say what a caller may see.
 *
 * <p>A foundation: calls only {@code briefing} and {@code database}. Start reading at {@link
 * communique.access.Role}, which has the table of rights, then {@link communique.access.Caller};
 * {@link communique.access.LogIn} is where credentials become one.
 */
@NullMarked
package communique.access;

import org.jspecify.annotations.NullMarked;
