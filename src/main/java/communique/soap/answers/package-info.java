/**
 * Answers that are given again: to questions of the SOAP door that anybody asks with the same bytes
 * as somebody did before.
 *
 * <p>Part of the SOAP door; calls {@code access}. Start reading at {@link
 * communique.soap.answers.RecentAnswers}.
 */
@NullMarked
package communique.soap.answers;

import org.jspecify.annotations.NullMarked;
