/**
 * What is asked for and given back in short: lists of briefings, versions, hits and changes, page
 * by page.
 *
 * <p>Part of the SOAP door; calls {@code briefing} and knows what the use cases take and give.
 * Start reading at {@link communique.soap.lists.ListRequests}.
 */
@NullMarked
package communique.soap.lists;

import org.jspecify.annotations.NullMarked;
