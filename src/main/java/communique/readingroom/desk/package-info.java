/**
 * The desk: pages of readers who have an account and log in, over HTTPS only.
 *
 * <p>A part of the reading room. Start reading at {@link
 * communique.readingroom.desk.SavedSearchPages}.
 */
@NullMarked
package communique.readingroom.desk;

import org.jspecify.annotations.NullMarked;
