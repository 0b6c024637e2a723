/**
 * Giving back: one class for each verb that reads the record.
 *
 * <p>A use case: calls the foundations and {@code briefing}, never another use case. Start reading
 * at {@link communique.reading.GetEdition}.
 */
@NullMarked
package communique.reading;

import org.jspecify.annotations.NullMarked;
