/**
 * How the content of a file goes back: beside the answer (MTOM) to those who asked by MTOM, else in
 * it, in base64; in either case through a buffer of fixed size, whatever the size of the file.
 *
 * <p>Part of the SOAP door; calls {@code briefing} only. Start reading at {@link
 * communique.soap.files.SentContent}.
 */
@NullMarked
package communique.soap.files;

import org.jspecify.annotations.NullMarked;
