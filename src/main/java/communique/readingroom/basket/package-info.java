/**
 * What a reader puts aside, and takes along as citations or files. Calls {@code reading} and {@code
 * export}. Start reading at {@link communique.readingroom.basket.BasketPages}.
 */
@NullMarked
package communique.readingroom.basket;

import org.jspecify.annotations.NullMarked;
