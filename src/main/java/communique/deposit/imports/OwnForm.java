package communique.deposit.imports;

import communique.briefing.Coded;
import communique.briefing.Fields;
import communique.briefing.LanguageTag;
import communique.briefing.OfficeCode;
import communique.briefing.Original;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Significance;
import communique.briefing.Text;
import communique.briefing.Upload;
import communique.briefing.Violation;
import communique.briefing.imports.ImportTerms;
import communique.deposit.BriefingSubmission;
import communique.deposit.EditionSubmission;
import communique.deposit.SubmissionReader;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lines in the archive's own form: a submission, with its group, version and significance, and
 * media by their names in the ZIP or tar.
 */
final class OwnForm {
  // Kept: each static call of Json looks its provider up anew.
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  private static final List<String> LINKING = List.of("group", "version", "significance");

  private OwnForm() {}

  /**
   * @throws Refusal with all that is wrong
   */
  static Reading read(JsonObject line, ImportTerms terms, Original original, Holdings holdings) {
    List<Violation> wrong = new ArrayList<>();
    Linking linking = gathered(wrong, () -> linking(line));
    Map<Integer, Upload> uploads = new HashMap<>();
    JsonObject said = withoutPaths(line, holdings, uploads, wrong);
    BriefingSubmission briefing =
        gathered(wrong, () -> SubmissionReader.briefing(submission(said, terms), original));
    if (linking == null || briefing == null || !wrong.isEmpty()) {
      throw new Refusal(wrong);
    }
    return new Reading(
        new BriefingSubmission(
            briefing.office(),
            briefing.kind(),
            briefing.eventDate(),
            edition(briefing.edition(), uploads, original)),
        linking.group(),
        linking.version(),
        linking.significance(),
        List.of());
  }

  private static EditionSubmission edition(
      EditionSubmission said, Map<Integer, Upload> uploads, Original original) {
    String reference = said.reference();
    return new EditionSubmission(
        reference == null ? Reference.of(original.content()) : reference,
        said.language(),
        said.translation(),
        said.embargo(),
        said.content(),
        uploads,
        original);
  }

  private static Linking linking(JsonObject line) {
    JsonObjectBuilder linking = JSON.createObjectBuilder();
    LINKING.stream().filter(line::containsKey).forEach(name -> linking.add(name, line.get(name)));
    return Fields.read(
        linking.build(),
        fields -> {
          Significance significance =
              fields.text("significance", word -> Coded.of(Significance.class, "", word));
          return new Linking(
              fields.text("group", text -> Text.required("", text, 1000)),
              counted(fields.number("version")),
              significance == null ? Significance.MINOR : significance);
        });
  }

  /** A version's number. */
  static @Nullable Integer counted(@Nullable Integer version) {
    if (version != null && version < 1) {
      throw new Refusal(Reason.OUT_OF_RANGE, "version", "must be 1 or more", "" + version);
    }
    return version;
  }

  // What the import says for lines that do not.
  private static JsonObject submission(JsonObject line, ImportTerms terms) {
    JsonObjectBuilder submission = JSON.createObjectBuilder(line);
    LINKING.forEach(submission::remove);
    OfficeCode office = terms.office();
    LanguageTag language = terms.language();
    if (office != null && !line.containsKey("office")) {
      submission.add("office", office.code());
    }
    if (terms.kind() != null && !line.containsKey("kind")) {
      submission.add("kind", terms.kind().code());
    }
    if (language != null && !line.containsKey("language")) {
      submission.add("language", language.tag());
    }
    return submission.build();
  }

  private static JsonObject withoutPaths(
      JsonObject line, Holdings holdings, Map<Integer, Upload> uploads, List<Violation> wrong) {
    if (!(line.get("media") instanceof JsonArray media)) {
      return line;
    }
    JsonArrayBuilder placements = JSON.createArrayBuilder();
    for (int i = 0; i < media.size(); i++) {
      JsonValue placement = media.get(i);
      if (placement instanceof JsonObject object && object.get("path") instanceof JsonString path) {
        String place = "media[" + i + "]";
        Upload file =
            gathered(wrong, () -> Refusal.within(place, () -> holdings.medium(path.getString())));
        if (file != null) {
          uploads.put(i + 1, file);
        }
        placements.add(JSON.createObjectBuilder(object).remove("path"));
      } else {
        placements.add(placement);
      }
    }
    return JSON.createObjectBuilder(line).add("media", placements).build();
  }

  private static <T> @Nullable T gathered(
      List<Violation> wrong, Supplier<? extends @Nullable T> part) {
    try {
      return part.get();
    } catch (Refusal refusal) {
      wrong.addAll(refusal.violations());
      return null;
    }
  }

  private record Linking(
      @Nullable String group, @Nullable Integer version, Significance significance) {}
}
