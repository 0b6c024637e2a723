/**
 * Keeping accounts and tokens: who they are for, what they may, and until when; and watching what a
 * client says, to help it.
 *
 * <p>Use cases, one class per verb: call {@code access}, {@code archive}, {@code journal} and
 * {@code briefing}. Start reading at {@link communique.accounts.IssueToken}.
 */
@NullMarked
package communique.accounts;

import org.jspecify.annotations.NullMarked;
