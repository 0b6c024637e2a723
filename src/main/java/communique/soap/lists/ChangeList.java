package communique.soap.lists;

import communique.briefing.Change;
import communique.reading.ListChanges;
import communique.soap.contract.ChangeXml;
import communique.soap.contract.ChangesXml;
import communique.soap.contract.IdentitiesXml;
import communique.soap.contract.ListChangesResponseXml;

/** Writes changes. */
public final class ChangeList {
  private ChangeList() {}

  /** A page of changes. */
  public static ListChangesResponseXml page(ListChanges.Page page) {
    ListChangesResponseXml xml = new ListChangesResponseXml();
    xml.setChanges(new ChangesXml());
    page.changes().forEach(each -> xml.getChanges().getChange().add(change(each)));
    xml.setNext(page.next());
    return xml;
  }

  private static ChangeXml change(ListChanges.Listed listed) {
    Change change = listed.change();
    Change.Edition edition = change.edition();
    ChangeXml xml = new ChangeXml();
    xml.setPosition(change.position());
    xml.setAt(Dates.instant(change.at()));
    xml.setVerb(change.verb());
    xml.setBriefingId(edition.briefing().toString());
    xml.setReference(listed.reference());
    xml.setOffice(edition.office().code());
    xml.setLanguage(edition.language().tag());
    xml.setVersion(listed.version());
    xml.setSignificance(change.significance() == null ? null : change.significance().code());
    xml.setSection(edition.section());
    xml.setHeadline(listed.headline());
    if (!listed.linked().isEmpty()) {
      xml.setLinked(new IdentitiesXml());
      listed.linked().forEach(each -> xml.getLinked().getBriefingId().add(each.toString()));
    }
    return xml;
  }
}
