/**
 * Work that comes again and again for as long as a node runs.
 *
 * <p>A foundation: calls nobody. Start reading at {@link communique.schedule.Beat}.
 */
@NullMarked
package communique.schedule;

import org.jspecify.annotations.NullMarked;
