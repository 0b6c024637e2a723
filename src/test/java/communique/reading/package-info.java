/** Tests of what readers are given, without a container. */
@NullMarked
package communique.reading;

import org.jspecify.annotations.NullMarked;
