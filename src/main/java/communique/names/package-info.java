/**
 * Keeping names: authority records, one class for each verb.
 *
 * <p>A use case: calls the foundations and {@code briefing}, never another use case. Start reading
 * at {@link communique.names.CorrectAuthority}, and for many at once at {@link
 * communique.names.ImportAuthorities}.
 */
@NullMarked
package communique.names;

import org.jspecify.annotations.NullMarked;
