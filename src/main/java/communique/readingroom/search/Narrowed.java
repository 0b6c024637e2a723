package communique.readingroom.search;

import org.jspecify.annotations.Nullable;

/**
 * By what a search is narrowed down.
 *
 * @param by what sort of thing, in the words of the room
 * @param label of the value
 * @param href the address of the search without it
 * @param page the address of the page about it; absent when it has none
 */
public record Narrowed(String by, Label label, String href, @Nullable String page) {}
