package communique.soap.lists;

import communique.search.Fragment;
import communique.search.Hit;
import communique.search.SearchPage;
import communique.soap.contract.HitXml;
import communique.soap.contract.HitsXml;
import communique.soap.contract.PassageXml;
import communique.soap.contract.PassagesXml;
import communique.soap.contract.RunXml;
import communique.soap.contract.SearchBriefingsResponseXml;
import java.util.List;

/** Writes what a search found. */
public final class Findings {
  private Findings() {}

  /** A page of what was found. */
  public static SearchBriefingsResponseXml page(SearchPage page) {
    SearchBriefingsResponseXml xml = new SearchBriefingsResponseXml();
    xml.setTotal(page.total());
    xml.setTotalIsExact(page.totalIsExact());
    xml.setHits(new HitsXml());
    page.hits().forEach(each -> xml.getHits().getHit().add(hit(each)));
    xml.setNext(page.next());
    return xml;
  }

  private static HitXml hit(Hit hit) {
    HitXml xml = new HitXml();
    xml.setBriefingId(hit.briefing().toString());
    xml.setReference(hit.reference());
    xml.setOffice(hit.office().code());
    xml.setKind(hit.kind().code());
    xml.setLanguage(hit.language().tag());
    xml.setVersion(hit.version());
    xml.setHeadline(hit.headline());
    xml.setSection(hit.section());
    xml.setIssuedDate(Dates.day(hit.issued()));
    xml.setLead(hit.lead());
    xml.setPassages(new PassagesXml());
    hit.highlights().forEach(each -> xml.getPassages().getPassage().add(passage(each)));
    return xml;
  }

  private static PassageXml passage(List<Fragment> highlight) {
    PassageXml xml = new PassageXml();
    for (Fragment fragment : highlight) {
      RunXml run = new RunXml();
      run.setText(fragment.text());
      run.setFound(fragment.match());
      xml.getRun().add(run);
    }
    return xml;
  }
}
