/**
 * What {@code mvn -Psearch-quality} runs: asks the real archive judged queries over a collection of
 * real briefings, beside Elasticsearch's own {@code multi_match} over all fields of the same index,
 * and tells how good the answers are. How the queries were judged is told in {@code
 * src/test/resources/communique/quality/README.md}.
 *
 * <p>No test: nothing here fails because something is found badly. Start reading at {@link
 * communique.quality.SearchQuality}.
 */
@NullMarked
package communique.quality;

import org.jspecify.annotations.NullMarked;
