/** Imports of old holdings against the running archive. */
@NullMarked
package communique.doors.imports;

import org.jspecify.annotations.NullMarked;
