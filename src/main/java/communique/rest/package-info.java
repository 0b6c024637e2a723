/**
 * The REST door under {@code /api/v1}: briefings, their editions and versions as stored bytes,
 * media, search. The contract is {@code schemas/rest/openapi.yaml}.
 *
 * <p>A door: calls {@code deposit}, {@code reading}, {@code export}, {@code search}, {@code access}
 * and {@code briefing}; translates and never decides. Start reading at {@link
 * communique.rest.BriefingsResource}.
 */
@NullMarked
package communique.rest;

import org.jspecify.annotations.NullMarked;
