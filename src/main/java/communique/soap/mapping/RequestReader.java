package communique.soap.mapping;

import communique.briefing.Digest;
import communique.briefing.LanguageTag;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Upload;
import communique.briefing.Violations;
import communique.soap.contract.AttachMediaXml;
import communique.soap.contract.ChangeEmbargoXml;
import communique.soap.contract.GetReceiptXml;
import communique.soap.contract.LanguagesXml;
import communique.soap.contract.LiftEmbargoXml;
import communique.soap.contract.ReinstateBriefingXml;
import communique.soap.contract.WithdrawBriefingXml;
import communique.soap.lists.Dates;
import jakarta.activation.DataHandler;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes of what the contract has the requests that hand over no text. As for {@link
 * SubmissionReader}, what the schema demands may be absent here, and is refused where it is.
 */
public final class RequestReader {
  private static final int MOST_LANGUAGES = 100;

  private RequestReader() {}

  /**
   * What is withdrawn, and why.
   *
   * @throws Refusal with all that is missing or malformed
   */
  public static Withdrawal withdrawal(WithdrawBriefingXml xml) {
    Violations broken = new Violations();
    Word word = word(xml.getBriefingId(), xml.getLanguage(), xml.getReason(), broken);
    return new Withdrawal(word, Boolean.TRUE.equals(xml.isTitleShown()));
  }

  /**
   * What is shown again, and why.
   *
   * @throws Refusal as for a withdrawal
   */
  public static Word reinstatement(ReinstateBriefingXml xml) {
    return word(xml.getBriefingId(), xml.getLanguage(), xml.getReason(), new Violations());
  }

  /**
   * Until when what is embargoed.
   *
   * @throws Refusal as for a withdrawal
   */
  public static Postponement postponement(ChangeEmbargoXml xml) {
    Violations broken = new Violations();
    Instant until =
        broken.part(
            "",
            () -> SubmissionReader.present("until", Dates.instant("until", xml.getUntil())),
            Instant.EPOCH);
    return new Postponement(editions(xml.getBriefingId(), xml.getLanguages(), broken), until);
  }

  /**
   * Of what the embargo is lifted.
   *
   * @throws Refusal as for a withdrawal
   */
  public static Editions lifting(LiftEmbargoXml xml) {
    return editions(xml.getBriefingId(), xml.getLanguages(), new Violations());
  }

  /**
   * The receipt that is asked for.
   *
   * @throws Refusal when there is no identity
   */
  public static UUID receipt(GetReceiptXml xml) {
    return SubmissionReader.identity("receipt", xml.getReceiptId());
  }

  /**
   * A file that is handed over by itself; its bytes are read later.
   *
   * @throws Refusal as for a withdrawal
   */
  public static Upload upload(AttachMediaXml xml) {
    Violations broken = new Violations();
    String type =
        broken.part("", () -> SubmissionReader.present("contentType", xml.getContentType()), "");
    Digest expected =
        broken.part("", () -> xml.getSha256() == null ? null : new Digest(xml.getSha256()));
    DataHandler content =
        broken.part("", () -> SubmissionReader.present("content", xml.getContent()));
    broken.refuse();
    DataHandler bytes = Objects.requireNonNull(content);
    return new Upload(type, expected, () -> new PartStream(bytes.getInputStream()));
  }

  private static Word word(
      @Nullable String briefing,
      @Nullable String language,
      @Nullable String reason,
      Violations broken) {
    UUID id = broken.part("", () -> SubmissionReader.identity(briefing));
    LanguageTag tag = broken.part("", () -> language == null ? null : new LanguageTag(language));
    String why = broken.part("", () -> SubmissionReader.present("reason", reason));
    broken.refuse();
    return new Word(Objects.requireNonNull(id), tag, Objects.requireNonNull(why));
  }

  private static Editions editions(
      @Nullable String briefing, @Nullable LanguagesXml languages, Violations broken) {
    UUID id = broken.part("", () -> SubmissionReader.identity(briefing));
    Set<LanguageTag> tags = broken.part("", () -> tags(languages), Set.of());
    broken.refuse();
    return new Editions(Objects.requireNonNull(id), tags);
  }

  private static Set<LanguageTag> tags(@Nullable LanguagesXml xml) {
    List<String> all = xml == null ? List.of() : xml.getLanguage();
    if (all.size() > MOST_LANGUAGES) {
      throw new Refusal(
          Reason.TOO_LONG,
          "languages",
          "must have at most " + MOST_LANGUAGES + " items",
          "" + all.size());
    }
    return Set.copyOf(ContentReader.each("languages", all, LanguageTag::new));
  }

  /**
   * Why something is withdrawn or shown again.
   *
   * @param language of the one edition that is meant; absent for all
   */
  public record Word(UUID briefing, @Nullable LanguageTag language, String reason) {}

  /**
   * A withdrawal.
   *
   * @param titleShown whether the headline may be told further on
   */
  public record Withdrawal(Word word, boolean titleShown) {}

  /**
   * Whose embargo is meant.
   *
   * @param languages of the editions; all when empty
   */
  public record Editions(UUID briefing, Set<LanguageTag> languages) {}

  /** Until when their embargo shall last. */
  public record Postponement(Editions editions, Instant until) {}
}
