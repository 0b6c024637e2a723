/** Finding names, by itself. */
@NullMarked
package communique.authority;

import org.jspecify.annotations.NullMarked;
