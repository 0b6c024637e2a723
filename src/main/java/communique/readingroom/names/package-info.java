/**
 * The pages of people, organisations and places. Calls {@code names} and {@code search}. Start
 * reading at {@link communique.readingroom.names.NamedPages}.
 */
@NullMarked
package communique.readingroom.names;

import org.jspecify.annotations.NullMarked;
