package communique.readingroom.basket;

import communique.access.Caller;
import communique.briefing.EditionId;
import communique.briefing.Office;
import communique.briefing.OfficeCode;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes what is in a basket ready to be written. */
@ApplicationScoped
class Publications {
  @Inject private GetBriefing getBriefing;
  @Inject private ListOffices listOffices;

  /** Those that are shown, in their order. */
  Map<EditionId, Publication> shown(List<GetEditions.Item> items, URI base) {
    Set<UUID> withFiles =
        versions(items)
            .filter(version -> !RecalledFiles.NONE.shownFiles(version.content()).isEmpty())
            .map(version -> version.briefing().id())
            .collect(Collectors.toSet());
    return made(items, getBriefing.recalled(Caller.ANONYMOUS, withFiles), base);
  }

  /** A table of all, with what may be told of those that are not shown. */
  CsvTable table(List<GetEditions.Item> items, URI base) {
    // It tells nothing of files.
    return table(items, made(items, Map.of(), base));
  }

  /**
   * The same of those that are ready.
   *
   * @param shown all that are
   */
  static CsvTable table(List<GetEditions.Item> items, Map<EditionId, Publication> shown) {
    CsvTable table = new CsvTable();
    for (GetEditions.Item item : items) {
      Publication publication = shown.get(item.edition());
      if (publication != null) {
        table.add(publication);
      } else if (item instanceof GetEditions.Item.Gone gone) {
        table.add(gone.edition(), gone.notice());
      } else {
        table.add(item.edition());
      }
    }
    return table;
  }

  private Map<EditionId, Publication> made(
      List<GetEditions.Item> items, Map<UUID, RecalledFiles> recalled, URI base) {
    Map<OfficeCode, Office> offices =
        listOffices.list().stream().collect(Collectors.toMap(Office::code, Function.identity()));
    Map<EditionId, Publication> made = new LinkedHashMap<>();
    versions(items)
        .forEach(
            version -> {
              UUID briefing = version.briefing().id();
              OfficeCode office = version.briefing().office();
              made.put(
                  new EditionId(briefing, version.language()),
                  new Publication(
                      version,
                      offices.getOrDefault(office, new Office(office, Map.of(), List.of())),
                      base,
                      recalled.getOrDefault(briefing, RecalledFiles.NONE)));
            });
    return made;
  }

  private static Stream<Version> versions(List<GetEditions.Item> items) {
    return items.stream()
        .filter(GetEditions.Item.Shown.class::isInstance)
        .map(item -> ((GetEditions.Item.Shown) item).stored().version());
  }
}
