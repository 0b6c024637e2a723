/** Who may do what, rule by rule. */
@NullMarked
package communique.access;

import org.jspecify.annotations.NullMarked;
