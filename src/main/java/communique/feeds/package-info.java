/**
 * The feeds under {@code /feeds} (Atom, RSS, JSON Feed), the sitemap and {@code robots.txt}, all
 * made from the record and not from the search index; and, from the index, searches as feeds and
 * how to search (OpenSearch). The contract is {@code schemas/feeds/README.md}.
 *
 * <p>A door: calls {@code reading}, {@code search}, {@code export}, {@code access} and {@code
 * briefing}; translates and never decides. Start reading at {@link communique.feeds.FeedServlet}.
 */
@NullMarked
package communique.feeds;

import org.jspecify.annotations.NullMarked;
