package communique.deposit;

import communique.briefing.Coded;
import communique.briefing.ContentReader;
import communique.briefing.Dates;
import communique.briefing.Digest;
import communique.briefing.Fields;
import communique.briefing.Kind;
import communique.briefing.LanguageTag;
import communique.briefing.Notice;
import communique.briefing.OfficeCode;
import communique.briefing.Original;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Significance;
import communique.briefing.Translation;
import jakarta.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes submissions of JSON: the fields are those of a version, and what else a sender says of it
 * ({@code schemas/rest}). All that is wrong is told at once.
 */
public final class SubmissionReader {
  /** For a tag that is missing or wrong; that is refused, so it leads nowhere. */
  private static final LanguageTag STAND_IN = new LanguageTag("en");

  private static final OfficeCode NO_OFFICE = new OfficeCode("XX-NONE");

  private SubmissionReader() {}

  /**
   * A briefing with its first edition.
   *
   * @param original the same, bit for bit
   */
  public static BriefingSubmission briefing(JsonObject json, Original original) {
    return Fields.read(
        json,
        fields ->
            new BriefingSubmission(
                fields.text("office", OfficeCode::new, NO_OFFICE),
                fields.text("kind", word -> Coded.of(Kind.class, "kind", word), Kind.RELEASE),
                fields.text("eventDate", ContentReader::day),
                edition(fields, fields.text("language", LanguageTag::new, STAND_IN), original)));
  }

  /** A further edition. */
  public static EditionSubmission edition(JsonObject json, Original original) {
    return Fields.read(
        json,
        fields -> edition(fields, fields.text("language", LanguageTag::new, STAND_IN), original));
  }

  /**
   * A further version of an edition.
   *
   * @param language of the edition, as its address says
   */
  public static CorrectionSubmission correction(
      JsonObject json, Base base, LanguageTag language, Original original) {
    return Fields.read(
        json,
        fields ->
            new CorrectionSubmission(
                base,
                fields.text(
                    "significance",
                    word -> Coded.of(Significance.class, "significance", word),
                    Significance.MINOR),
                edition(fields, language, original)));
  }

  /** What must be erased. */
  public static Erasure erasure(JsonObject json) {
    return Fields.read(
        json,
        fields -> {
          String ground = fields.text("ground");
          fields.mustHave("ground");
          return new Erasure(
              new Notice.Scope(fields.text("language", LanguageTag::new), fields.number("version")),
              fields.text(
                  "extent",
                  word -> Coded.of(Erasure.Extent.class, "extent", word),
                  Erasure.Extent.EVERYTHING),
              ground == null ? "" : ground);
        });
  }

  /** A withdrawal. */
  public static Withdrawal withdrawal(JsonObject json) {
    return Fields.read(
        json,
        fields ->
            new Withdrawal(
                fields.text("language", LanguageTag::new),
                reason(fields),
                fields.yes("titleShown")));
  }

  /** A reinstatement. */
  public static Reinstatement reinstatement(JsonObject json) {
    return Fields.read(
        json,
        fields -> new Reinstatement(fields.text("language", LanguageTag::new), reason(fields)));
  }

  /** The recall of a file. */
  public static Recall recall(JsonObject json) {
    return Fields.read(
        json,
        fields ->
            new Recall(fields.text("sha256", Digest::new, Digest.of(new byte[0])), reason(fields)));
  }

  /** Another end of an embargo. */
  public static Postponement postponement(JsonObject json) {
    return Fields.read(
        json,
        fields ->
            new Postponement(
                fields.text("until", SubmissionReader::instant, Instant.EPOCH),
                Set.copyOf(
                    fields.texts("languages").stream()
                        .map(LanguageTag::new)
                        .collect(Collectors.toSet()))));
  }

  /**
   * An instant with its zone (RFC 3339).
   *
   * @throws Refusal BAD_FORMAT when it is something else; a zone is never guessed. OUT_OF_RANGE
   *     when its year has not four digits
   */
  public static Instant instant(String text) {
    try {
      return Dates.plausible("", OffsetDateTime.parse(text).toInstant(), text);
    } catch (DateTimeException e) {
      throw new Refusal(
          Reason.BAD_FORMAT,
          "",
          "must be an instant with its zone, such as 2025-07-24T06:00:00+09:00",
          text,
          e);
    }
  }

  private static EditionSubmission edition(Fields fields, LanguageTag language, Original original) {
    return new EditionSubmission(
        fields.text("depositorReference", reference -> EditionSubmission.reference("", reference)),
        language,
        fields.object("translation", Translation::read),
        fields.text("embargo", SubmissionReader::instant),
        ContentReader.read(fields),
        Map.of(),
        original);
  }

  private static String reason(Fields fields) {
    fields.mustHave("reason");
    String reason = fields.text("reason");
    return reason == null ? "" : reason;
  }

  /**
   * What is said when a briefing is withdrawn.
   *
   * @param language of the one edition that is meant; absent for all
   * @param titleShown whether the headline may be told further on
   */
  public record Withdrawal(@Nullable LanguageTag language, String reason, boolean titleShown) {}

  /**
   * What is said when a briefing is shown again.
   *
   * @param language of the one edition that is meant; absent for all
   */
  public record Reinstatement(@Nullable LanguageTag language, String reason) {}

  /** Which file is recalled, and why. */
  public record Recall(Digest file, String reason) {}

  /**
   * Until when an embargo shall last.
   *
   * @param languages of the editions meant; all when empty
   */
  public record Postponement(Instant until, Set<LanguageTag> languages) {}
}
