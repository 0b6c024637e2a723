/** Tests of the formats of others, against their standards where these are at hand. */
@NullMarked
package communique.export;

import org.jspecify.annotations.NullMarked;
