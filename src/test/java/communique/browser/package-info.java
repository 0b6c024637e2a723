/**
 * The reading room in a real browser: what readers come for, with scripts, without, and by keyboard
 * alone; and whether each page can be read by everybody. {@code mvn verify -Pbrowser} runs them.
 */
@NullMarked
package communique.browser;

import org.jspecify.annotations.NullMarked;
