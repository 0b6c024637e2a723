package communique.readingroom.basket;

import communique.access.Caller;
import communique.briefing.Office;
import communique.briefing.RecalledFiles;
import communique.briefing.Version;
import communique.export.CsvTable;
import communique.export.Publication;
import communique.reading.GetBriefing;
import communique.reading.GetEditions;
import communique.reading.ListOffices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Makes what is in a basket ready to be written. */
@ApplicationScoped
class Publications {
  @Inject private GetBriefing getBriefing;
  @Inject private ListOffices listOffices;

  /** Those that are shown. */
  List<Publication> shown(List<GetEditions.Item> items, URI base) {
    List<Office> offices = listOffices.list();
    return items.stream()
        .filter(GetEditions.Item.Shown.class::isInstance)
        .map(item -> ((GetEditions.Item.Shown) item).stored().version())
        .map(version -> publication(version, offices, base))
        .toList();
  }

  /** A table of all, with what may be told of those that are not shown. */
  CsvTable table(List<GetEditions.Item> items, URI base) {
    List<Office> offices = listOffices.list();
    CsvTable table = new CsvTable();
    for (GetEditions.Item item : items) {
      if (item instanceof GetEditions.Item.Shown shown) {
        table.add(publication(shown.stored().version(), offices, base));
      } else if (item instanceof GetEditions.Item.Gone gone) {
        table.add(gone.edition(), gone.notice());
      } else {
        table.add(item.edition());
      }
    }
    return table;
  }

  private Publication publication(Version version, List<Office> offices, URI base) {
    Office office =
        offices.stream()
            .filter(each -> each.code().equals(version.briefing().office()))
            .findFirst()
            .orElseGet(() -> new Office(version.briefing().office(), Map.of(), List.of()));
    return new Publication(version, office, base, recalled(version));
  }

  private RecalledFiles recalled(Version version) {
    return RecalledFiles.NONE.shownFiles(version.content()).isEmpty()
        ? RecalledFiles.NONE
        : getBriefing.recalled(Caller.ANONYMOUS, version.briefing().id());
  }
}
