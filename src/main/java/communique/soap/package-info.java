/**
 * The SOAP door: reads requests that keep to the contract in {@code schemas/soap}, calls the use
 * case of the same name and writes its answer. It translates and never decides.
 *
 * <p>A door: calls use cases, {@code access} and {@code briefing}; {@code contract} is generated.
 * Start reading at {@link communique.soap.SoapServlet}, which puts the parts together, then {@link
 * communique.soap.DepositDoor}.
 */
@NullMarked
package communique.soap;

import org.jspecify.annotations.NullMarked;
