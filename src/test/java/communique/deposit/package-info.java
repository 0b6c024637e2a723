/** Tests of what is taken in, without a container. */
@NullMarked
package communique.deposit;

import org.jspecify.annotations.NullMarked;
