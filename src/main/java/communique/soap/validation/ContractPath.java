package communique.soap.validation;

import communique.briefing.Refusal;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The path of a field as the contract has it, where the archive's words differ from it. */
public final class ContractPath {
  private static final Pattern FIRST_LETTERS = Pattern.compile("(^|\\.)([a-z])");
  private static final Pattern FILE =
      Pattern.compile("^(media\\[\\d+\\])\\.(contentType|content)$");
  private static final Pattern OF_EDITION =
      Pattern.compile("^(depositorReference|language|translation\\..*|embargo)$");
  private static final Pattern OF_CONTENT = Pattern.compile("^(reason|media\\[.*)$");
  private static final Pattern LANGUAGE = Pattern.compile("^(languages\\[\\d+\\])\\.language$");
  private static final Map<String, String> OTHERS =
      Map.of(
          "briefing", "BriefingId",
          "receipt", "ReceiptId",
          "edition.translation.language", "Edition.Translation.From",
          "edition.content.reason", "Edition.Content.ReasonForChange");

  private ContractPath() {}

  /** Spells {@code edition.content.bylines[0]} as {@code Edition.Content.Bylines[0]}. */
  public static String of(String field) {
    String path = LANGUAGE.matcher(field).replaceFirst("$1");
    return OTHERS.getOrDefault(
        path,
        FIRST_LETTERS
            .matcher(path)
            .replaceAll(found -> found.group(1) + found.group(2).toUpperCase(Locale.ROOT)));
  }

  /**
   * What a use case does with an edition that is a part of the request: it names the edition's
   * fields as if they were all there is.
   */
  public static <T> T inEdition(Supplier<T> useCase) {
    try {
      return useCase.get();
    } catch (Refusal refusal) {
      throw refusal.renamed(ContractPath::ofEdition);
    }
  }

  private static String ofEdition(String field) {
    String path = FILE.matcher(field).replaceFirst("$1.file.$2");
    if (path.equals("version")) {
      return "expectedVersion";
    }
    path = OF_CONTENT.matcher(path).replaceFirst("content.$1");
    return path.startsWith("content.") || OF_EDITION.matcher(path).matches()
        ? "edition." + path
        : path;
  }
}
