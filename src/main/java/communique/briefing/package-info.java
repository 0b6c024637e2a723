/**
 * The words of the archive: values, rules and refusals, as the glossary in the README names them.
 *
 * <p>Calls nobody.
 */
@NullMarked
package communique.briefing;

import org.jspecify.annotations.NullMarked;
