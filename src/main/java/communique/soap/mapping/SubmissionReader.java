package communique.soap.mapping;

import communique.briefing.Coded;
import communique.briefing.Content;
import communique.briefing.Digest;
import communique.briefing.Kind;
import communique.briefing.LanguageTag;
import communique.briefing.OfficeCode;
import communique.briefing.Original;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Significance;
import communique.briefing.Translation;
import communique.briefing.Upload;
import communique.briefing.Violations;
import communique.deposit.Base;
import communique.deposit.BriefingSubmission;
import communique.deposit.CorrectionSubmission;
import communique.deposit.EditionSubmission;
import communique.soap.contract.AddEditionXml;
import communique.soap.contract.ContentXml;
import communique.soap.contract.CorrectBriefingXml;
import communique.soap.contract.DepositBriefingXml;
import communique.soap.contract.EditionSubmissionXml;
import communique.soap.contract.FileXml;
import communique.soap.contract.MediaXml;
import communique.soap.contract.TranslationXml;
import communique.soap.lists.Dates;
import jakarta.activation.DataHandler;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes submissions of what the contract has. The schema has noted what it does not allow and has
 * passed it on: what it demands may be absent here, and is refused where it is.
 */
public final class SubmissionReader {
  private SubmissionReader() {}

  /**
   * A briefing with its first edition.
   *
   * @throws Refusal with all that is missing or malformed
   */
  public static BriefingSubmission briefing(DepositBriefingXml xml, Original original) {
    Violations broken = new Violations();
    OfficeCode office = broken.part("", () -> new OfficeCode(present("office", xml.getOffice())));
    Kind kind = broken.part("", () -> Coded.of(Kind.class, "kind", present("kind", xml.getKind())));
    LocalDate event = broken.part("", () -> Dates.day("eventDate", xml.getEventDate()));
    EditionSubmission edition = broken.part("", () -> within(xml.getEdition(), original));
    broken.refuse();
    return new BriefingSubmission(
        Objects.requireNonNull(office),
        Objects.requireNonNull(kind),
        event,
        Objects.requireNonNull(edition));
  }

  /**
   * A further edition.
   *
   * @throws Refusal as for a briefing
   */
  public static Further further(AddEditionXml xml, Original original) {
    Violations broken = new Violations();
    UUID briefing = broken.part("", () -> identity(xml.getBriefingId()));
    EditionSubmission edition = broken.part("", () -> within(xml.getEdition(), original));
    broken.refuse();
    return new Further(Objects.requireNonNull(briefing), Objects.requireNonNull(edition));
  }

  /**
   * A further version.
   *
   * @throws Refusal as for a briefing
   */
  public static Correction correction(CorrectBriefingXml xml, Original original) {
    Violations broken = new Violations();
    UUID briefing = broken.part("", () -> identity(xml.getBriefingId()));
    Significance significance =
        broken.part(
            "",
            () ->
                Coded.of(
                    Significance.class,
                    "significance",
                    present("significance", xml.getSignificance())));
    EditionSubmission edition = broken.part("", () -> within(xml.getEdition(), original));
    broken.check(() -> mustBeThere("expectedVersion", xml.getExpectedVersion()));
    broken.refuse();
    return new Correction(
        Objects.requireNonNull(briefing),
        new CorrectionSubmission(
            new Base.Numbered(xml.getExpectedVersion()),
            Objects.requireNonNull(significance),
            Objects.requireNonNull(edition)));
  }

  /** The identity of a briefing. */
  public static UUID identity(@Nullable String text) {
    return identity("briefing", text);
  }

  /** The identity of something. */
  static UUID identity(String field, @Nullable String text) {
    try {
      return UUID.fromString(present(field, text));
    } catch (IllegalArgumentException e) {
      throw new Refusal(Reason.BAD_FORMAT, field, "must be a UUID", "" + text, e);
    }
  }

  /** What the schema demands. */
  static <T> T present(String field, @Nullable T value) {
    if (value == null) {
      throw new Refusal(Reason.MISSING, field, "must be present", "");
    }
    return value;
  }

  /**
   * A number that the schema demands: where it is absent, Java has 0, which no schema lets pass.
   */
  static void mustBeThere(String field, int number) {
    if (number == 0) {
      throw new Refusal(Reason.MISSING, field, "must be present", "");
    }
  }

  private static EditionSubmission within(@Nullable EditionSubmissionXml xml, Original original) {
    EditionSubmissionXml edition = present("edition", xml);
    return Refusal.within("edition", () -> edition(edition, original));
  }

  private static EditionSubmission edition(EditionSubmissionXml xml, Original original) {
    Violations broken = new Violations();
    LanguageTag language =
        broken.part("", () -> new LanguageTag(present("language", xml.getLanguage())));
    Translation translation = broken.part("", () -> translation(xml.getTranslation()));
    Instant embargo = broken.part("", () -> Dates.instant("embargo", xml.getEmbargo()));
    Content content = broken.part("", () -> content(xml.getContent()));
    broken.refuse();
    return new EditionSubmission(
        xml.getDepositorReference(),
        Objects.requireNonNull(language),
        translation,
        embargo,
        Objects.requireNonNull(content),
        uploads(xml.getContent().getMedia()),
        original);
  }

  private static Content content(@Nullable ContentXml xml) {
    ContentXml content = present("content", xml);
    return Refusal.within("content", () -> ContentReader.content(content));
  }

  private static @Nullable Translation translation(@Nullable TranslationXml xml) {
    return xml == null
        ? null
        : Refusal.within(
            "translation",
            () ->
                new Translation(
                    new LanguageTag(present("from", xml.getFrom())),
                    xml.getVersion(),
                    xml.getTranslator()));
  }

  private static Map<Integer, Upload> uploads(@Nullable MediaXml media) {
    Map<Integer, Upload> uploads = new HashMap<>();
    for (int i = 0; media != null && i < media.getPlacement().size(); i++) {
      FileXml file = media.getPlacement().get(i).getFile();
      if (file != null && file.getContent() != null) {
        DataHandler content = file.getContent();
        Digest expected = file.getSha256() == null ? null : new Digest(file.getSha256());
        uploads.put(i + 1, new Upload(file.getContentType(), expected, content::getInputStream));
      }
    }
    return uploads;
  }

  /** A further edition and the briefing that it is of. */
  public record Further(UUID briefing, EditionSubmission edition) {}

  /** A further version and the briefing that it is of. */
  public record Correction(UUID briefing, CorrectionSubmission submission) {}
}
