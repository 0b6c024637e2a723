/**
 * The SOAP door: reads requests that keep to the contract in {@code schemas/soap}, calls the use
 * case of the same name and writes its answer. It translates and never decides.
 *
 * <p>What anybody asks again is answered by {@code answers}. Any other request passes {@code
 * transport} and {@code limits}, {@code security}, {@code validation} and {@code mapping} on its
 * way to a use case; what is not carried out ends in {@code faults}. Files go back by {@code
 * files}, lists by {@code lists}; {@code originals} keeps messages as they came, {@code calls} what
 * is told of them, and {@code description} gives the contract out. The package {@code contract} is
 * generated.
 *
 * <p>A door: calls use cases, {@code access} and {@code briefing}. Start reading at {@link
 * communique.soap.SoapServlet}, which puts the parts together, then {@link
 * communique.soap.DepositDoor}.
 */
@NullMarked
package communique.soap;

import org.jspecify.annotations.NullMarked;
