package communique.soap.originals;

/**
 * Where an element stands in a message, in characters as its parser counts them.
 *
 * @param start how many come before its first {@code <}
 * @param end how many there are up to and with its last {@code >}
 */
record Extent(long start, long end) {}
