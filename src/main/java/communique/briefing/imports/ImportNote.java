package communique.briefing.imports;

import communique.briefing.Violation;
import org.jspecify.annotations.Nullable;

/**
 * What the report of an import says of a line.
 *
 * @param line counted from 1, through all files of a ZIP or tar
 * @param place of the note among those of the line, counted from 1
 * @param file the line's file within a ZIP or tar
 * @param kept whether the line was taken in all the same, without the field
 * @param violation the field, the rule it broke and its value
 */
public record ImportNote(
    long line, int place, @Nullable String file, boolean kept, Violation violation) {}
