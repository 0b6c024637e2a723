/**
 * What is told of the calls of the SOAP door to those who run it: metrics, a header for the access
 * log, and of watched accounts the messages without their content.
 *
 * <p>Part of the SOAP door; calls {@code access} and {@code accounts}. Start reading at {@link
 * communique.soap.calls.Call}, and for what is left of a message at {@code Transcript}.
 */
@NullMarked
package communique.soap.calls;

import org.jspecify.annotations.NullMarked;
