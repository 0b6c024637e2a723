/**
 * The contract as people read it: a page with every operation and type, made of the WSDL and XSD
 * themselves when the server starts.
 *
 * <p>Part of the SOAP door; calls nobody. Start reading at {@link
 * communique.soap.description.ContractPage}.
 */
@NullMarked
package communique.soap.description;

import org.jspecify.annotations.NullMarked;
