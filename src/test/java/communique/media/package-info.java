/** The store of media files, tried without a container. */
@NullMarked
package communique.media;

import org.jspecify.annotations.NullMarked;
