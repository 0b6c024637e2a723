/** Tests of the package. */
@NullMarked
package communique.schedule;

import org.jspecify.annotations.NullMarked;
