/** The reading room, tried from outside on the running system. */
@NullMarked
package communique.doors.readingroom;

import org.jspecify.annotations.NullMarked;
