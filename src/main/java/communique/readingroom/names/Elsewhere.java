package communique.readingroom.names;

import communique.briefing.names.Scheme;

/**
 * Where an authority is described elsewhere. It is only linked to: nothing is asked of these sites.
 *
 * @param name of who describes it
 * @param id its identifier there
 * @param href its address there, as that site gives it for lasting use
 */
public record Elsewhere(String name, String id, String href) {

  static Elsewhere of(Scheme scheme, String id) {
    return switch (scheme) {
      case WIKIDATA -> new Elsewhere("Wikidata", id, "https://www.wikidata.org/entity/" + id);
      case VIAF -> new Elsewhere("VIAF", id, "https://viaf.org/viaf/" + id);
      case GND -> new Elsewhere("GND", id, "https://d-nb.info/gnd/" + id);
      case LC ->
          new Elsewhere("Library of Congress", id, "https://id.loc.gov/authorities/names/" + id);
      case BNF -> new Elsewhere("BnF", id, "https://data.bnf.fr/ark:/12148/cb" + id);
      case ISNI -> new Elsewhere("ISNI", id, "https://isni.org/isni/" + id);
      case NDL -> new Elsewhere("NDL", id, "https://id.ndl.go.jp/auth/ndlna/" + id);
    };
  }
}
