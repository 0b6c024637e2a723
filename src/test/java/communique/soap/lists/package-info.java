/** How lists and finds are asked for and told over SOAP. */
@NullMarked
package communique.soap.lists;

import org.jspecify.annotations.NullMarked;
