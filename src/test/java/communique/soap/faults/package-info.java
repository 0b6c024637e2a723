/** Whose mistake a failure is. */
@NullMarked
package communique.soap.faults;

import org.jspecify.annotations.NullMarked;
