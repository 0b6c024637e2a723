/**
 * The reading room: pages for people, made on the server, that need no script.
 *
 * <p>A door: calls {@code reading}, {@code search}, {@code access} and {@code briefing}; translates
 * and never decides. The pages are the templates in {@code src/main/jte}, their words in {@code
 * messages.properties}. Start reading at {@link communique.readingroom.BriefingPages}.
 */
@NullMarked
package communique.readingroom;

import org.jspecify.annotations.NullMarked;
