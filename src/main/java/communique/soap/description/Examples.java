package communique.soap.description;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** A message for each operation, as {@code schemas/examples} has it. */
final class Examples {
  private static final Map<String, String> SITUATIONS =
      Map.ofEntries(
          Map.entry("DepositBriefing", "shortest"),
          Map.entry("AddEdition", "translation"),
          Map.entry("CorrectBriefing", "major"),
          Map.entry("WithdrawBriefing", "whole-briefing"),
          Map.entry("ReinstateBriefing", "whole-briefing"),
          Map.entry("ChangeEmbargo", "one-language"),
          Map.entry("LiftEmbargo", "all-languages"),
          Map.entry("AttachMedia", "photo"),
          Map.entry("GetReceipt", "again"),
          Map.entry("GetBriefing", "one-language"),
          Map.entry("GetVersion", "first"),
          Map.entry("GetBriefingAsOf", "all-languages"),
          Map.entry("ListBriefings", "narrowed"),
          Map.entry("ListVersions", "first-page"),
          Map.entry("SearchBriefings", "in-one-language"),
          Map.entry("GetMedia", "by-digest"),
          Map.entry("GetOriginal", "of-a-version"),
          Map.entry("ListChanges", "after-a-position"));

  private Examples() {}

  /**
   * The example of an operation.
   *
   * @throws IllegalStateException when it has none
   */
  static String of(String operation) {
    String folder = operation.substring(0, 1).toLowerCase(Locale.ROOT) + operation.substring(1);
    String path = "/schemas/examples/" + folder + "/" + SITUATIONS.get(operation) + ".xml";
    try (InputStream in = Examples.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("there is no example: " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
