/**
 * The contract as it is given out, at the address at which it is asked for: WSDL and XSD for
 * machines, and a page for people with every operation and type, made of them when the server
 * starts.
 *
 * <p>Part of the SOAP door; calls {@code theme} alone. Start reading at {@link
 * communique.soap.description.Contract}, then {@link communique.soap.description.ContractPage}.
 */
@NullMarked
package communique.soap.description;

import org.jspecify.annotations.NullMarked;
