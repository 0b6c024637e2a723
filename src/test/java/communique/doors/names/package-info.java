/** Names across languages and scripts, through the doors of a running archive. */
@NullMarked
package communique.doors.names;

import org.jspecify.annotations.NullMarked;
