/**
 * The language analyzers that the small Elasticsearch of the embedded run lacks, under the names
 * that a full Elasticsearch gives them, so that the same mappings work on both. Becomes a stable
 * plugin of that node and is no part of the archive.
 *
 * <p>Calls Lucene only. Start reading at {@link communique.analysis.German}.
 */
@NullMarked
package communique.analysis;

import org.jspecify.annotations.NullMarked;
