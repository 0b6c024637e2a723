/** The words of authority records, by themselves. */
@NullMarked
package communique.briefing.names;

import org.jspecify.annotations.NullMarked;
