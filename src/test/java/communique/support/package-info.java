/**
 * The real servers, for {@code mvn} and for the tests: PostgreSQL, Elasticsearch and Open Liberty
 * as child processes, their folders, ports, certificates and passwords.
 *
 * <p>Calls the packaged archive only over its ports. Start reading at {@link
 * communique.support.Launcher} (what {@code mvn} runs) or {@link communique.support.RunningSystem}
 * (what the integration tests share); both put together the same {@link
 * communique.support.Servers}.
 */
@NullMarked
package communique.support;

import org.jspecify.annotations.NullMarked;
