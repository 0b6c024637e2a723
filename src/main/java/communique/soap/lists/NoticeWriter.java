package communique.soap.lists;

import communique.briefing.LanguageTag;
import communique.briefing.Notice;
import communique.soap.contract.NoticeXml;
import org.jspecify.annotations.Nullable;

/** Writes notices as the contract has them. */
public final class NoticeWriter {
  private NoticeWriter() {}

  /** A notice. */
  public static NoticeXml notice(Notice notice) {
    LanguageTag language = notice.scope().language();
    NoticeXml xml = new NoticeXml();
    xml.setState(notice.state().code());
    xml.setBriefingId(notice.briefing().toString());
    xml.setReference(notice.reference());
    xml.setOffice(notice.office().code());
    xml.setLanguage(language == null ? null : language.tag());
    xml.setAt(Dates.instant(notice.at()));
    xml.setReason(notice.reason());
    xml.setTitle(notice.title());
    return xml;
  }

  /** The same, where there is one. */
  public static @Nullable NoticeXml present(@Nullable Notice notice) {
    return notice == null ? null : notice(notice);
  }
}
