/**
 * What holds for more than one door of the running archive, tried from outside.
 *
 * <p>Knows the archive only by its ports, through {@link communique.support.RunningSystem}. Start
 * reading at {@link communique.doors.SamplesIT}.
 */
@NullMarked
package communique.doors;

import org.jspecify.annotations.NullMarked;
