/** The archive as a ministry's system meets it: raw SOAP over HTTPS against the running system. */
@NullMarked
package communique.doors.soap;

import org.jspecify.annotations.NullMarked;
