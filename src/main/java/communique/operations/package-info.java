/**
 * Running the archive: migrations and set-up at the start, regular work, health, metrics.
 *
 * <p>May call use cases, foundations and {@code briefing}; called by nobody. Start reading at
 * {@link communique.operations.Start}.
 */
@NullMarked
package communique.operations;

import org.jspecify.annotations.NullMarked;
