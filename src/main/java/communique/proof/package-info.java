/**
 * The ledger: a leaf for every version, in the order of acceptance.
 *
 * <p>A foundation: calls only {@code briefing}. Start reading at {@link communique.proof.Ledger}.
 */
@NullMarked
package communique.proof;

import org.jspecify.annotations.NullMarked;
