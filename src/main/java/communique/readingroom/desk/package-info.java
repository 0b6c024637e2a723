/**
 * The desk: pages of readers who have an account and log in, over HTTPS only.
 *
 * <p>A part of the reading room: calls {@code search}, {@code reading}, {@code names} and {@code
 * access}. Start reading at {@link communique.readingroom.desk.SavedSearchPages}.
 */
@NullMarked
package communique.readingroom.desk;

import org.jspecify.annotations.NullMarked;
