/**
 * Who may do what: accounts, callers, rights, and the one thing that can say what a caller may see.
 *
 * <p>A foundation: calls only {@code briefing} and {@code database}. Start reading at {@link
 * communique.access.Role}, which has the table of rights, then {@link communique.access.Caller};
 * {@link communique.access.LogIn} is where credentials become one.
 *
 * <p>What is looked up to know a caller is looked up in transactions: outside of them the server
 * keeps a request's connection to the database for it until the request ends, and requests that
 * wait for each other would wait for connections that those have who wait.
 */
@NullMarked
package communique.access;

import org.jspecify.annotations.NullMarked;
