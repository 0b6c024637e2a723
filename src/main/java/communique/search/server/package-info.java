/**
 * The way to Elasticsearch, and what of the schema those know who write the index as well as those
 * who ask it: names of indices, fields and analyzers.
 *
 * <p>Part of {@code search}; calls {@code briefing}. Start reading at {@link
 * communique.search.server.SearchServer}; the schema itself is {@code schemas/search}.
 */
@NullMarked
package communique.search.server;

import org.jspecify.annotations.NullMarked;
