/**
 * What is kept of a SOAP message as the original: the message as it came, without its header.
 *
 * <p>Part of the SOAP door; calls {@code briefing} only. Start reading at {@link
 * communique.soap.originals.Originals}, and for what is cut out at {@code EnvelopeReader}.
 */
@NullMarked
package communique.soap.originals;

import org.jspecify.annotations.NullMarked;
