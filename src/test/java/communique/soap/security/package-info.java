/** The rules of what stands in the header of SOAP messages. */
@NullMarked
package communique.soap.security;

import org.jspecify.annotations.NullMarked;
