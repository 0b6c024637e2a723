/**
 * How a message comes and goes over HTTP and MIME: its size and pace, its type and encoding, and
 * the parts beside its envelope, until none of them is left.
 *
 * <p>Part of the SOAP door; calls {@code briefing}. What a message may have is settled in {@code
 * limits}. Start reading at {@link communique.soap.transport.RequestLimit}, then {@link
 * communique.soap.transport.Parts}.
 */
@NullMarked
package communique.soap.transport;

import org.jspecify.annotations.NullMarked;
