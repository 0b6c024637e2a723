/**
 * What becomes of a request that is not carried out: a fault of either version of SOAP, with the
 * refusal in its detail and whose mistake it was.
 *
 * <p>Part of the SOAP door; calls {@code briefing}. Start reading at {@link
 * communique.soap.faults.Faults}.
 */
@NullMarked
package communique.soap.faults;

import org.jspecify.annotations.NullMarked;
