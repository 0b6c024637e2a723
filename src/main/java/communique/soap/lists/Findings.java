package communique.soap.lists;

import communique.search.Fragment;
import communique.search.Hit;
import communique.search.SearchPage;
import communique.search.Widened;
import communique.soap.contract.HitXml;
import communique.soap.contract.HitsXml;
import communique.soap.contract.PassageXml;
import communique.soap.contract.PassagesXml;
import communique.soap.contract.RunXml;
import communique.soap.contract.SearchBriefingsResponseXml;
import communique.soap.contract.SpellingsXml;
import communique.soap.contract.WidenedNameXml;
import communique.soap.contract.WidenedNamesXml;
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
    xml.setWidened(page.widened().isEmpty() ? null : widened(page.widened()));
    xml.setComplete(page.relaxed() ? page.complete() : null);
    return xml;
  }

  private static WidenedNamesXml widened(List<Widened> names) {
    WidenedNamesXml xml = new WidenedNamesXml();
    for (Widened name : names) {
      WidenedNameXml one = new WidenedNameXml();
      one.setWords(name.words());
      one.setAuthority(name.authority().toString());
      one.setLabel(name.label());
      one.setSpellings(new SpellingsXml());
      one.getSpellings().getSpelling().addAll(name.forms());
      xml.getName().add(one);
    }
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
