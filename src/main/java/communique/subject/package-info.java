/**
 * Subjects: what the codes are called that briefings are filed under. Every use case and every door
 * that tells of subjects may ask it; it calls {@code briefing} alone.
 */
@NullMarked
package communique.subject;

import org.jspecify.annotations.NullMarked;
