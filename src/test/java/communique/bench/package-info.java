/**
 * What {@code mvn -Pbench} runs: measures the real archive, and beside it, in the same run and with
 * the same load generator, what nginx, PostgreSQL and Elasticsearch do on this machine without it.
 *
 * <p>No test: nothing here fails because something is slow. Start reading at {@link
 * communique.bench.Benchmark}.
 */
@NullMarked
package communique.bench;

import org.jspecify.annotations.NullMarked;
