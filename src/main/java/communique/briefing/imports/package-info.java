/**
 * The words of imports of old holdings: the job, what holds for all of its lines, what its report
 * says.
 *
 * <p>Calls nobody but {@code briefing}. Start reading at {@link
 * communique.briefing.imports.ImportJob}.
 */
@NullMarked
package communique.briefing.imports;

import org.jspecify.annotations.NullMarked;
