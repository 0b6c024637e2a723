/** The REST door, tried from outside on the running system. */
@NullMarked
package communique.doors.rest;

import org.jspecify.annotations.NullMarked;
