package communique.soap;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The path of a field as the contract has it, where the archive's words differ from it. */
final class ContractPath {
  private static final Pattern FIRST_LETTERS = Pattern.compile("(^|\\.)([a-z])");
  private static final Pattern FILE =
      Pattern.compile("^media(\\[\\d+\\])\\.(contentType|content)$");
  private static final Map<String, String> OTHERS =
      Map.of(
          "briefing", "BriefingId",
          "depositorReference", "Edition.DepositorReference",
          "edition.translation.language", "Edition.Translation.From",
          "edition.content.reason", "Edition.Content.ReasonForChange");

  private ContractPath() {}

  /** Spells {@code edition.content.bylines[0]} as {@code Edition.Content.Bylines[0]}. */
  static String of(String field) {
    String path = FILE.matcher(field).replaceFirst("edition.content.media$1.file.$2");
    return OTHERS.getOrDefault(
        path,
        FIRST_LETTERS
            .matcher(path)
            .replaceAll(found -> found.group(1) + found.group(2).toUpperCase(Locale.ROOT)));
  }
}
