/**
 * Whether a request keeps to the contract: it is checked while it is read, with the place and the
 * rule of all that does not, in the archive's words and with the contract's names.
 *
 * <p>Part of the SOAP door; calls {@code briefing}. Start reading at {@link
 * communique.soap.validation.Validation}, then {@code ContractReader}.
 */
@NullMarked
package communique.soap.validation;

import org.jspecify.annotations.NullMarked;
