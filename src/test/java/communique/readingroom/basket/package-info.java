/** What a reader puts aside. */
@NullMarked
package communique.readingroom.basket;

import org.jspecify.annotations.NullMarked;
