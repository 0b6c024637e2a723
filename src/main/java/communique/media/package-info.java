/**
 * The content-addressed store of media files.
 *
 * <p>A foundation: calls only {@code briefing} and, for visibility, {@code access}. Start reading
 * at {@link communique.media.MediaStore}.
 */
@NullMarked
package communique.media;

import org.jspecify.annotations.NullMarked;
