/** What is told of calls holds nothing of what was said in them. */
@NullMarked
package communique.soap.validation;

import org.jspecify.annotations.NullMarked;
