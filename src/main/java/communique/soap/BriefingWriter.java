package communique.soap;

import communique.briefing.Briefing;
import communique.briefing.LanguageTag;
import communique.briefing.Notice;
import communique.briefing.RecalledFiles;
import communique.briefing.Receipt;
import communique.briefing.Stored;
import communique.briefing.Translation;
import communique.briefing.Version;
import communique.briefing.VersionJson;
import communique.soap.contract.BriefingXml;
import communique.soap.contract.EditionXml;
import communique.soap.contract.EditionsXml;
import communique.soap.contract.NoticeXml;
import communique.soap.contract.ReceiptXml;
import communique.soap.contract.TranslationXml;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import org.jspecify.annotations.Nullable;

/** Writes briefings, receipts and notices as the contract has them. */
final class BriefingWriter {
  private static final DatatypeFactory DATES = dates();

  private final ContentWriter contents;

  BriefingWriter(MediaAddress media, RecalledFiles recalled) {
    this.contents = new ContentWriter(media, recalled);
  }

  /** The briefing with these editions of it, of which there is at least one. */
  BriefingXml briefing(List<Stored> editions) {
    List<Edition> all =
        editions.stream().map(stored -> new Edition(stored, stored.version())).toList();
    Briefing briefing = all.get(0).version().briefing();
    BriefingXml xml = new BriefingXml();
    xml.setBriefingId(briefing.id().toString());
    xml.setReference(briefing.reference());
    xml.setOffice(briefing.office().code());
    xml.setKind(briefing.kind().code());
    xml.setEventDate(day(briefing.eventDate()));
    EditionsXml list = new EditionsXml();
    all.forEach(edition -> list.getEdition().add(edition(edition)));
    xml.setEditions(list);
    return xml;
  }

  static ReceiptXml receipt(Receipt receipt) {
    ReceiptXml xml = new ReceiptXml();
    xml.setReceiptId(receipt.id().toString());
    xml.setBriefingId(receipt.briefing().toString());
    xml.setReference(receipt.reference());
    xml.setLanguage(receipt.language().tag());
    xml.setVersion(receipt.version());
    xml.setDigest(receipt.digest().hex());
    xml.setAcceptedAt(instant(receipt.acceptedAt()));
    xml.setLedgerPosition(receipt.ledgerPosition());
    return xml;
  }

  static NoticeXml notice(Notice notice) {
    LanguageTag language = notice.scope().language();
    NoticeXml xml = new NoticeXml();
    xml.setState(notice.state().code());
    xml.setBriefingId(notice.briefing().toString());
    xml.setReference(notice.reference());
    xml.setOffice(notice.office().code());
    xml.setLanguage(language == null ? null : language.tag());
    xml.setAt(instant(notice.at()));
    xml.setReason(notice.reason());
    xml.setTitle(notice.title());
    return xml;
  }

  static @Nullable XMLGregorianCalendar day(@Nullable LocalDate day) {
    return day == null ? null : DATES.newXMLGregorianCalendar(day.toString());
  }

  private EditionXml edition(Edition edition) {
    Version version = edition.version();
    EditionXml xml = new EditionXml();
    xml.setLanguage(version.language().tag());
    xml.setTranslation(translation(version.translation()));
    xml.setVersion(version.number());
    xml.setAcceptedAt(instant(version.acceptedAt()));
    xml.setDigest(edition.stored().digest().hex());
    xml.setContent(contents.content(version.content()));
    return xml;
  }

  private static @Nullable TranslationXml translation(@Nullable Translation translation) {
    if (translation == null) {
      return null;
    }
    TranslationXml xml = new TranslationXml();
    xml.setFrom(translation.from().tag());
    xml.setVersion(translation.version());
    xml.setTranslator(translation.translator());
    return xml;
  }

  private static XMLGregorianCalendar instant(Instant instant) {
    return DATES.newXMLGregorianCalendar(VersionJson.instant(instant));
  }

  private static DatatypeFactory dates() {
    try {
      return DatatypeFactory.newInstance();
    } catch (DatatypeConfigurationException e) {
      throw new IllegalStateException("every Java platform has one", e);
    }
  }

  private record Edition(Stored stored, Version version) {}
}
