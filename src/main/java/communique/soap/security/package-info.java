/**
 * What stands in the header of a SOAP message: who sent it, by a WS-Security UsernameToken or a
 * signature, and what WS-Addressing says. Nothing of it opens a connection, and nothing is looked
 * for in a message by an identity: first it is settled which elements there are and where, then
 * what refers to them.
 *
 * <p>Part of the SOAP door; calls {@code access} and {@code briefing} only. Start reading at {@link
 * communique.soap.security.Authentication}, then {@code Signatures}; {@link
 * communique.soap.security.Headers} puts the parts together.
 */
@NullMarked
package communique.soap.security;

import org.jspecify.annotations.NullMarked;
