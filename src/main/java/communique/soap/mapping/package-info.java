/**
 * What the contract's types and the archive's words have to do with each other: readers make values
 * of a request, writers an answer of values.
 *
 * <p>Part of the SOAP door; calls {@code briefing} and knows what the use cases take. Start reading
 * at {@link communique.soap.mapping.SubmissionReader}, then {@link
 * communique.soap.mapping.BriefingWriter}; what is given back in short is in {@code lists}.
 */
@NullMarked
package communique.soap.mapping;

import org.jspecify.annotations.NullMarked;
