/** The look of the house, in light and in dark. */
@NullMarked
package communique.theme;

import org.jspecify.annotations.NullMarked;
