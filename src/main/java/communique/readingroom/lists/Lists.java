package communique.readingroom.lists;

import communique.access.Caller;
import communique.briefing.LanguageTag;
import communique.briefing.Listing;
import communique.briefing.Narrowing;
import communique.briefing.OfficeCode;
import communique.briefing.Overview;
import communique.reading.ListBriefings;
import communique.reading.ListOffices;
import communique.readingroom.page.Entry;
import communique.readingroom.page.OfficeNames;
import communique.readingroom.page.Preference;
import communique.readingroom.page.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks for lists, and makes them ready to be shown. */
@ApplicationScoped
class Lists {
  private static final int A_PAGE = 20;
  private static final UUID LOWEST = new UUID(0, 0);

  @Inject private ListBriefings listBriefings;
  @Inject private ListOffices listOffices;

  /** All briefings. */
  Listed all(String path, Asked asked, HttpServletRequest request) {
    Filters filters = asked.filters();
    return listed(path, filters, page(filters, filters.office(), null, asked.after()), request);
  }

  /** Those of an office. */
  Listed of(OfficeCode office, String path, Asked asked, HttpServletRequest request) {
    Filters chosen = asked.filters();
    Filters filters = new Filters(null, chosen.kind(), chosen.language());
    return listed(path, filters, page(filters, office, null, asked.after()), request);
  }

  /** Those about a subject. */
  Listed about(String subject, String path, Asked asked, HttpServletRequest request) {
    Filters filters = asked.filters();
    return listed(path, filters, page(filters, filters.office(), subject, asked.after()), request);
  }

  /** Those filed under a day, which lie beside each other in the list. */
  Listed on(LocalDate day, String path, Asked asked, HttpServletRequest request) {
    Filters filters = asked.filters();
    Listing.Key after = asked.after();
    Listing.Key from = after == null ? new Listing.Key(day.plusDays(1), LOWEST) : after;
    ListBriefings.Page page = page(filters, filters.office(), null, from);
    List<Overview> ofDay =
        page.briefings().stream().filter(briefing -> briefing.dated().equals(day)).toList();
    boolean more = ofDay.size() == page.briefings().size();
    return listed(path, filters, new ListBriefings.Page(ofDay, more ? page.next() : null), request);
  }

  /** What the offices are called, to this reader. */
  OfficeNames offices(HttpServletRequest request) {
    return new OfficeNames(listOffices.list(), Words.likedBy(Preference.of(request)));
  }

  private ListBriefings.Page page(
      Filters filters,
      @Nullable OfficeCode office,
      @Nullable String subject,
      Listing.@Nullable Key after) {
    Narrowing only =
        new Narrowing(
            filters.kind(),
            null,
            Narrowing.Days.ALL,
            Narrowing.Days.ALL,
            new Narrowing.Features(false, null, subject));
    return listBriefings.list(
        Caller.ANONYMOUS, new Listing(office, filters.language(), only, after, A_PAGE));
  }

  private Listed listed(
      String path, Filters filters, ListBriefings.Page found, HttpServletRequest request) {
    Preference preference = Preference.of(request);
    OfficeNames offices = offices(request);
    LanguageTag wanted = filters.language();
    List<Entry> entries =
        found.briefings().stream()
            .map(each -> Entry.of(each, preference.among(each.editions(), wanted), offices))
            .toList();
    String older = found.next() == null ? null : found.next().toString();
    return new Listed(path, filters, entries, offices, older);
  }
}
