package communique.soap.mapping;

import communique.briefing.Briefing;
import communique.briefing.LanguageTag;
import communique.briefing.Overview;
import communique.briefing.RecalledFiles;
import communique.briefing.Receipt;
import communique.briefing.Stored;
import communique.briefing.Version;
import communique.briefing.Withheld;
import communique.soap.contract.BriefingXml;
import communique.soap.contract.EditionXml;
import communique.soap.contract.EditionsXml;
import communique.soap.contract.ReceiptXml;
import communique.soap.lists.Dates;
import communique.soap.lists.NoticeWriter;
import communique.soap.lists.Summaries;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import javax.xml.datatype.XMLGregorianCalendar;
import org.jspecify.annotations.Nullable;

/** Writes briefings and receipts as the contract has them. */
public final class BriefingWriter {
  private final MediaAddress media;
  private final Supplier<RecalledFiles> recalled;

  /**
   * @param recalled asked only of a briefing that has files
   */
  public BriefingWriter(MediaAddress media, Supplier<RecalledFiles> recalled) {
    this.media = media;
    this.recalled = recalled;
  }

  /** The briefing with these editions of it, of which there is at least one. */
  public BriefingXml briefing(List<Stored> editions) {
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
    ContentWriter contents = new ContentWriter(media, recalled(all));
    all.forEach(edition -> list.getEdition().add(edition(edition, contents)));
    xml.setEditions(list);
    return xml;
  }

  /** The same with what is known of the briefing as a whole: what is linked with it, and how. */
  public BriefingXml briefing(List<Stored> editions, Overview about) {
    BriefingXml xml = briefing(editions);
    xml.getEditions().getEdition().forEach(edition -> tell(edition, about));
    List<Overview> linked = about.linked().briefings();
    xml.setLinked(linked.isEmpty() ? null : Summaries.list(linked));
    return xml;
  }

  // A correction may have come between the reads; then it is not known what is behind.
  private static void tell(EditionXml xml, Overview about) {
    LanguageTag language = new LanguageTag(xml.getLanguage());
    if (xml.getTranslation() == null) {
      xml.setTranslation(Summaries.translation(about.linked().translations().get(language)));
    }
    if (xml.getTranslation() != null) {
      about
          .edition(language)
          .filter(edition -> edition.version() == xml.getVersion())
          .ifPresent(edition -> xml.setStale(edition.stale()));
    }
  }

  /** A receipt. */
  public static ReceiptXml receipt(Receipt receipt) {
    ReceiptXml xml = new ReceiptXml();
    xml.setReceiptId(receipt.id().toString());
    xml.setBriefingId(receipt.briefing().toString());
    xml.setReference(receipt.reference());
    xml.setLanguage(receipt.language().tag());
    xml.setVersion(receipt.version());
    xml.setDigest(receipt.digest().hex());
    xml.setAcceptedAt(instant(receipt.acceptedAt()));
    xml.setLedgerPosition(receipt.ledgerPosition());
    xml.setEmbargo(receipt.embargo() == null ? null : instant(receipt.embargo()));
    return xml;
  }

  static @Nullable XMLGregorianCalendar day(@Nullable LocalDate day) {
    return Dates.day(day);
  }

  private RecalledFiles recalled(List<Edition> editions) {
    boolean hasFiles =
        editions.stream()
            .map(edition -> RecalledFiles.NONE.shownFiles(edition.version().content()))
            .anyMatch(files -> !files.isEmpty());
    return hasFiles ? recalled.get() : RecalledFiles.NONE;
  }

  private static EditionXml edition(Edition edition, ContentWriter contents) {
    Version version = edition.version();
    EditionXml xml = new EditionXml();
    xml.setLanguage(version.language().tag());
    xml.setTranslation(Summaries.translation(version.translation()));
    xml.setVersion(version.number());
    xml.setAcceptedAt(instant(version.acceptedAt()));
    xml.setDigest(edition.stored().digest().hex());
    xml.setContent(contents.content(version.content()));
    Withheld withheld = edition.stored().withheld();
    xml.setNotice(NoticeWriter.present(withheld.withdrawal()));
    xml.setPublicFrom(Dates.present(withheld.until()));
    return xml;
  }

  static XMLGregorianCalendar instant(Instant instant) {
    return Dates.instant(instant);
  }

  private record Edition(Stored stored, Version version) {}
}
