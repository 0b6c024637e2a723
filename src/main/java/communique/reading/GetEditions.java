package communique.reading;

import communique.access.Caller;
import communique.briefing.EditionId;
import communique.briefing.Notice;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Stored;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Gives some editions at once, and tells why one is not shown. */
@NeedsDatabase
@ApplicationScoped
public class GetEditions {
  @Inject private GetEdition getEdition;

  /** Each of them, in their order; each costs what it costs by itself. */
  public List<Item> get(Caller caller, List<EditionId> editions) {
    return editions.stream().map(edition -> item(caller, edition)).toList();
  }

  private Item item(Caller caller, EditionId edition) {
    try {
      Stored stored = getEdition.get(caller, edition.briefing(), edition.language());
      return new Item.Shown(edition, stored);
    } catch (Refusal refusal) {
      Notice notice = refusal.notice();
      if (notice != null) {
        return new Item.Gone(edition, notice);
      }
      if (refusal.reason().kind() == Reason.Kind.NOT_FOUND) {
        return new Item.Absent(edition);
      }
      throw refusal;
    }
  }

  /** An edition that was asked for. */
  public sealed interface Item {

    /** Which one. */
    EditionId edition();

    /** The version that the caller sees. */
    record Shown(EditionId edition, Stored stored) implements Item {}

    /** One that was withdrawn or erased, which may be told. */
    record Gone(EditionId edition, Notice notice) implements Item {}

    /** One that there is not, or that the caller may not know of. */
    record Absent(EditionId edition) implements Item {}
  }
}
