package communique.reading;

import communique.access.Caller;
import communique.archive.Overviews;
import communique.briefing.Listing;
import communique.briefing.Overview;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists briefings, the newest first. */
@NeedsDatabase
@ApplicationScoped
public class ListBriefings {
  @Inject private Overviews overviews;

  /** A page of the list. */
  public Page list(Caller caller, Listing listing) {
    Overviews.Page found = overviews.page(listing, caller.visibility());
    return new Page(found.briefings(), found.next());
  }

  /**
   * A page of the list.
   *
   * @param next where the next page begins; absent when this is the last
   */
  public record Page(List<Overview> briefings, Listing.@Nullable Key next) {}
}
