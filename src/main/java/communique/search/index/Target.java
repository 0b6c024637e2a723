package communique.search.index;

import communique.briefing.index.IndexGeneration;
import communique.search.server.Shelf;
import java.util.Set;

/**
 * What is written to.
 *
 * @param shelves whose indices are there: of a generation that serves, one may have been lost
 */
record Target(IndexGeneration generation, Set<Shelf> shelves) {}
