package communique.soap.lists;

import communique.briefing.Briefing;
import communique.briefing.Moment;
import communique.briefing.Overview;
import communique.briefing.Translation;
import communique.reading.ListBriefings;
import communique.reading.ListVersions;
import communique.soap.contract.BriefingSummariesXml;
import communique.soap.contract.BriefingSummaryXml;
import communique.soap.contract.EditionSummariesXml;
import communique.soap.contract.EditionSummaryXml;
import communique.soap.contract.ListBriefingsResponseXml;
import communique.soap.contract.ListVersionsResponseXml;
import communique.soap.contract.TranslationXml;
import communique.soap.contract.VersionSummariesXml;
import communique.soap.contract.VersionSummaryXml;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes briefings and versions in short. */
public final class Summaries {
  private Summaries() {}

  /** A page of briefings. */
  public static ListBriefingsResponseXml briefings(ListBriefings.Page page) {
    ListBriefingsResponseXml xml = new ListBriefingsResponseXml();
    xml.setBriefings(list(page.briefings()));
    xml.setNext(page.next() == null ? null : page.next().toString());
    return xml;
  }

  /** Briefings. */
  public static BriefingSummariesXml list(List<Overview> briefings) {
    BriefingSummariesXml xml = new BriefingSummariesXml();
    briefings.forEach(each -> xml.getBriefing().add(briefing(each)));
    return xml;
  }

  /** A page of versions. */
  public static ListVersionsResponseXml versions(ListVersions.Page page) {
    ListVersionsResponseXml xml = new ListVersionsResponseXml();
    xml.setVersions(new VersionSummariesXml());
    page.versions().forEach(each -> xml.getVersions().getVersion().add(version(each)));
    xml.setNext(page.next() == null ? null : page.next().toString());
    return xml;
  }

  /** What an edition was translated from. */
  public static @Nullable TranslationXml translation(@Nullable Translation translation) {
    if (translation == null) {
      return null;
    }
    TranslationXml xml = new TranslationXml();
    xml.setFrom(translation.from().tag());
    xml.setVersion(translation.version());
    xml.setTranslator(translation.translator());
    return xml;
  }

  private static BriefingSummaryXml briefing(Overview overview) {
    Briefing briefing = overview.briefing();
    BriefingSummaryXml xml = new BriefingSummaryXml();
    xml.setBriefingId(briefing.id().toString());
    xml.setReference(briefing.reference());
    xml.setOffice(briefing.office().code());
    xml.setKind(briefing.kind().code());
    xml.setEventDate(Dates.day(briefing.eventDate()));
    xml.setDated(Dates.day(overview.dated()));
    xml.setEditions(new EditionSummariesXml());
    overview.editions().forEach(each -> xml.getEditions().getEdition().add(edition(each)));
    return xml;
  }

  private static EditionSummaryXml edition(Overview.Edition edition) {
    EditionSummaryXml xml = new EditionSummaryXml();
    xml.setLanguage(edition.language().tag());
    xml.setTranslation(translation(edition.translation()));
    xml.setStale(Boolean.TRUE.equals(edition.stale()));
    xml.setVersion(edition.version());
    xml.setHeadline(edition.headline());
    xml.setSection(edition.section());
    xml.setIssuedDate(Dates.day(edition.issued()));
    xml.setLead(edition.lead());
    xml.setDigest(edition.digest().hex());
    xml.setNotice(NoticeWriter.present(edition.withheld().withdrawal()));
    xml.setPublicFrom(Dates.present(edition.withheld().until()));
    return xml;
  }

  private static VersionSummaryXml version(Moment version) {
    VersionSummaryXml xml = new VersionSummaryXml();
    xml.setNumber(version.number());
    xml.setAcceptedAt(Dates.instant(version.acceptedAt()));
    xml.setPublicFrom(Dates.instant(version.publicFrom()));
    xml.setSignificance(version.significance() == null ? null : version.significance().code());
    xml.setReason(version.reason());
    xml.setRedacted(version.redacted());
    xml.setDigest(version.digest().hex());
    xml.setNotice(NoticeWriter.present(version.withdrawal()));
    return xml;
  }
}
