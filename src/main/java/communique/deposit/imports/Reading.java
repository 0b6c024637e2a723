package communique.deposit.imports;

import communique.archive.imports.ImportGroups;
import communique.briefing.Refusal;
import communique.briefing.Significance;
import communique.briefing.Violation;
import communique.deposit.BriefingSubmission;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a line says.
 *
 * @param group lines of the same one are editions and versions of one briefing
 * @param version of its edition; absent when it is the first or only one
 * @param significance of a version after the first
 * @param notes what of the line could not be taken over
 */
record Reading(
    BriefingSubmission submission,
    @Nullable String group,
    @Nullable Integer version,
    Significance significance,
    List<Violation> notes) {

  /** The name of its group, seen from the archive. */
  ImportGroups.@Nullable Group named() {
    return group == null ? null : new ImportGroups.Group(submission.office(), group);
  }

  /** What two lines must not share that are taken in at the same time. */
  Set<Object> keys() {
    Object reference = Objects.requireNonNull(submission.edition().reference());
    ImportGroups.Group named = named();
    return named == null ? Set.of(reference) : Set.of(reference, named);
  }

  /** What a repeat is recognised by besides the submission. */
  String terms() {
    return "Import\n" + group + "\n" + version + "\n" + significance;
  }

  /** A line, and what it says or why it says nothing that can be taken in. */
  record Line(RawLine raw, @Nullable Reading reading, @Nullable Refusal refusal) {}
}
