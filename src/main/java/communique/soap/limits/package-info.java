/**
 * What a SOAP message may have, and how it must be built, checked while it comes in and before
 * anything is made of it. Nothing of this knows what the message says.
 *
 * <p>A part of the SOAP door; calls {@code briefing}. Start reading at {@link
 * communique.soap.limits.XmlLimits}; the order of the checks is that of the message: {@link
 * communique.soap.limits.HttpHead}, {@link communique.soap.limits.PartLimits}, {@link
 * communique.soap.limits.EnvelopeLimits}, {@link communique.soap.limits.NamedAction}.
 */
@NullMarked
package communique.soap.limits;

import org.jspecify.annotations.NullMarked;
