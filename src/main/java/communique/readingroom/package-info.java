/**
 * The reading room: pages for people, made on the server, that need no script.
 *
 * <p>A door: calls {@code reading}, {@code search}, {@code export}, {@code names}, {@code access},
 * {@code theme}, {@code subject} and {@code briefing}; translates and never decides. The pages are
 * the templates in {@code src/main/jte}; their words, in all languages the room speaks, are the
 * {@code messages} files beside this package's classes. What all pages share is in {@code page};
 * each of the other packages within is a part of the room and knows nothing of the others. Start
 * reading at {@link communique.readingroom.article.BriefingPages}.
 */
@NullMarked
package communique.readingroom;

import org.jspecify.annotations.NullMarked;
