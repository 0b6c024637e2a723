/** Which answers are given again. */
@NullMarked
package communique.soap.answers;

import org.jspecify.annotations.NullMarked;
