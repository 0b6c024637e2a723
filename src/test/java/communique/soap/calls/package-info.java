/** What is told of calls holds nothing of what was said in them. */
@NullMarked
package communique.soap.calls;

import org.jspecify.annotations.NullMarked;
