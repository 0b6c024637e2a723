/**
 * Taking in: one class for each verb that changes the record.
 *
 * <p>A use case: calls the foundations and {@code briefing}, never another use case. Start reading
 * at {@link communique.deposit.DepositBriefing}.
 */
@NullMarked
package communique.deposit;

import org.jspecify.annotations.NullMarked;
