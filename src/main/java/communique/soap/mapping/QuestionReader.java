package communique.soap.mapping;

import communique.briefing.LanguageTag;
import communique.briefing.Violations;
import communique.reading.ListChanges;
import communique.reading.ListVersions;
import communique.soap.contract.GetBriefingAsOfXml;
import communique.soap.contract.GetBriefingXml;
import communique.soap.contract.GetOriginalXml;
import communique.soap.contract.GetVersionXml;
import communique.soap.contract.ListChangesXml;
import communique.soap.contract.ListVersionsXml;
import communique.soap.lists.Dates;
import communique.soap.lists.ListRequests;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes of what the contract has the questions for one briefing and for what became of all. As for
 * {@link SubmissionReader}, what the schema demands may be absent here, and is refused where it is;
 * each refusal names all that is wrong.
 */
public final class QuestionReader {
  private static final LanguageTag STAND_IN = new LanguageTag("en");
  private static final UUID NOBODY = new UUID(0, 0);

  private QuestionReader() {}

  /** The briefing, or the one edition of it, that is asked for. */
  public static Wanted briefing(GetBriefingXml xml) {
    Violations broken = new Violations();
    UUID briefing = identity(broken, xml.getBriefingId());
    LanguageTag language = language(broken, xml.getLanguage());
    broken.refuse();
    return new Wanted(briefing, language);
  }

  /** The version that is asked for. */
  public static Numbered version(GetVersionXml xml) {
    return numbered(xml.getBriefingId(), xml.getLanguage(), xml.getVersion());
  }

  /** The version whose original is asked for. */
  public static Numbered original(GetOriginalXml xml) {
    return numbered(xml.getBriefingId(), xml.getLanguage(), xml.getVersion());
  }

  /** What is asked for as it was. */
  public static Past past(GetBriefingAsOfXml xml) {
    Violations broken = new Violations();
    UUID briefing = identity(broken, xml.getBriefingId());
    LanguageTag language = language(broken, xml.getLanguage());
    Instant at =
        broken.part(
            "",
            () -> SubmissionReader.present("at", Dates.instant("at", xml.getAt())),
            Instant.EPOCH);
    broken.refuse();
    return new Past(briefing, language, at);
  }

  /** The versions that are asked for. */
  public static Versions versions(ListVersionsXml xml) {
    Violations broken = new Violations();
    UUID briefing = identity(broken, xml.getBriefingId());
    LanguageTag language = edition(broken, xml.getLanguage());
    int after = broken.part("", () -> ListRequests.version(xml.getAfter()), 0);
    int limit = ListRequests.limit(xml.getLimit());
    broken.check(() -> ListVersions.mustBeLimit(limit));
    broken.refuse();
    return new Versions(briefing, language, after, limit);
  }

  /** The changes that are asked for. */
  public static Changes changes(ListChangesXml xml) {
    long after = Objects.requireNonNullElse(xml.getAfter(), 0L);
    int limit = ListRequests.limit(xml.getLimit());
    ListChanges.check(after, limit);
    return new Changes(after, limit);
  }

  private static Numbered numbered(@Nullable String id, @Nullable String tag, int version) {
    Violations broken = new Violations();
    UUID briefing = identity(broken, id);
    LanguageTag language = edition(broken, tag);
    broken.check(() -> SubmissionReader.mustBeThere("version", version));
    broken.refuse();
    return new Numbered(briefing, language, version);
  }

  private static UUID identity(Violations broken, @Nullable String id) {
    return broken.part("", () -> SubmissionReader.identity(id), NOBODY);
  }

  private static @Nullable LanguageTag language(Violations broken, @Nullable String tag) {
    return broken.part("", () -> tag == null ? null : new LanguageTag(tag));
  }

  // Where the contract demands one.
  private static LanguageTag edition(Violations broken, @Nullable String tag) {
    return broken.part(
        "", () -> new LanguageTag(SubmissionReader.present("language", tag)), STAND_IN);
  }

  /**
   * A briefing.
   *
   * @param language of the one edition that is meant; absent for all
   */
  public record Wanted(UUID briefing, @Nullable LanguageTag language) {}

  /** A version of an edition. */
  public record Numbered(UUID briefing, LanguageTag language, int version) {}

  /**
   * A briefing as it was.
   *
   * @param language of the one edition that is meant; absent for all
   */
  public record Past(UUID briefing, @Nullable LanguageTag language, Instant at) {}

  /**
   * Versions of an edition.
   *
   * @param after only those with a higher number
   */
  public record Versions(UUID briefing, LanguageTag language, int after, int limit) {}

  /**
   * What became of the editions.
   *
   * @param after the position after which it is told
   */
  public record Changes(long after, int limit) {}
}
