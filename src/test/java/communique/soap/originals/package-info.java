@NullMarked
package communique.soap.originals;

import org.jspecify.annotations.NullMarked;
