/** The rules of the words, without a container: each test says one of them as a sentence. */
@NullMarked
package communique.briefing;

import org.jspecify.annotations.NullMarked;
