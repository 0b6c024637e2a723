package communique.search;

/**
 * A piece of a text that is shown with a hit.
 *
 * @param text as in the edition, in normalisation form C, without any mark-up
 * @param match whether it is what was searched for
 */
public record Fragment(String text, boolean match) {}
