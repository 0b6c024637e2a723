/**
 * The words of authority records: people, organisations and places, their names by language, and
 * their identifiers elsewhere.
 *
 * <p>Calls nobody but {@code briefing}. Start reading at {@link
 * communique.briefing.names.Authority}.
 */
@NullMarked
package communique.briefing.names;

import org.jspecify.annotations.NullMarked;
