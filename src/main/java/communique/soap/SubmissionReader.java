package communique.soap;

import communique.briefing.Coded;
import communique.briefing.Kind;
import communique.briefing.LanguageTag;
import communique.briefing.OfficeCode;
import communique.briefing.Original;
import communique.briefing.Refusal;
import communique.briefing.Translation;
import communique.briefing.Upload;
import communique.deposit.BriefingSubmission;
import communique.deposit.EditionSubmission;
import communique.soap.contract.DepositBriefingXml;
import communique.soap.contract.EditionSubmissionXml;
import communique.soap.contract.FileXml;
import communique.soap.contract.MediaXml;
import communique.soap.contract.TranslationXml;
import jakarta.activation.DataHandler;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javax.xml.datatype.XMLGregorianCalendar;
import org.jspecify.annotations.Nullable;

/** Makes submissions of what the contract has; the schema has been checked before. */
final class SubmissionReader {
  private SubmissionReader() {}

  static BriefingSubmission briefing(DepositBriefingXml xml, Original original) {
    return new BriefingSubmission(
        new OfficeCode(xml.getOffice()),
        Coded.of(Kind.class, "kind", xml.getKind()),
        ContentReader.day("eventDate", xml.getEventDate()),
        edition(xml.getEdition(), original));
  }

  /** Reads the {@code Edition} of a request; refusals name their fields within it. */
  static EditionSubmission edition(EditionSubmissionXml xml, Original original) {
    return Refusal.within(
        "edition",
        () ->
            new EditionSubmission(
                xml.getDepositorReference(),
                new LanguageTag(xml.getLanguage()),
                translation(xml.getTranslation()),
                instant(xml.getEmbargo()),
                Refusal.within("content", () -> ContentReader.content(xml.getContent())),
                uploads(xml.getContent().getMedia()),
                original));
  }

  private static @Nullable Translation translation(@Nullable TranslationXml xml) {
    return xml == null
        ? null
        : Refusal.within(
            "translation",
            () ->
                new Translation(
                    new LanguageTag(xml.getFrom()), xml.getVersion(), xml.getTranslator()));
  }

  // The schema demands the zone.
  private static @Nullable Instant instant(@Nullable XMLGregorianCalendar embargo) {
    return embargo == null ? null : embargo.toGregorianCalendar().toInstant();
  }

  private static Map<Integer, Upload> uploads(@Nullable MediaXml media) {
    Map<Integer, Upload> uploads = new HashMap<>();
    for (int i = 0; media != null && i < media.getPlacement().size(); i++) {
      FileXml file = media.getPlacement().get(i).getFile();
      if (file != null) {
        DataHandler content = file.getContent();
        uploads.put(i + 1, new Upload(file.getContentType(), content::getInputStream));
      }
    }
    return uploads;
  }
}
