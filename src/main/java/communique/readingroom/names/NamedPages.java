package communique.readingroom.names;

import communique.access.Caller;
import communique.briefing.Dates;
import communique.briefing.Identity;
import communique.briefing.LanguageTag;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.names.Authority;
import communique.briefing.names.AuthorityKind;
import communique.names.GetAuthority;
import communique.reading.ListOffices;
import communique.readingroom.page.OfficeNames;
import communique.readingroom.page.Pages;
import communique.readingroom.page.Preference;
import communique.readingroom.page.Query;
import communique.readingroom.page.Words;
import communique.search.Facet;
import communique.search.Filter;
import communique.search.Order;
import communique.search.SearchBriefings;
import communique.search.SearchPage;
import communique.search.SearchRequest;
import communique.search.SearchRequest.Counting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is named in briefings: names in all languages, and the briefings, the newest first. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class NamedPages {
  private static final int A_PAGE = 20;

  @Inject private GetAuthority getAuthority;
  @Inject private SearchBriefings searchBriefings;
  @Inject private ListOffices listOffices;

  @GET
  @Path("people/{id}")
  public Response person(
      @PathParam("id") String id,
      @QueryParam("year") @DefaultValue("") String year,
      @QueryParam("after") @Nullable String after,
      @Context HttpServletRequest request) {
    return page(AuthorityKind.PERSON, id, year, after, request);
  }

  @GET
  @Path("organisations/{id}")
  public Response organisation(
      @PathParam("id") String id,
      @QueryParam("year") @DefaultValue("") String year,
      @QueryParam("after") @Nullable String after,
      @Context HttpServletRequest request) {
    return page(AuthorityKind.ORGANISATION, id, year, after, request);
  }

  @GET
  @Path("places/{id}")
  public Response place(
      @PathParam("id") String id,
      @QueryParam("year") @DefaultValue("") String year,
      @QueryParam("after") @Nullable String after,
      @Context HttpServletRequest request) {
    return page(AuthorityKind.PLACE, id, year, after, request);
  }

  private Response page(
      AuthorityKind kind,
      String id,
      String year,
      @Nullable String after,
      HttpServletRequest request) {
    UUID asked = Identity.of(id);
    Authority authority = getAuthority.get(asked);
    if (!authority.id().equals(asked) || authority.content().kind() != kind) {
      // It was merged into another, or is of another kind now.
      return Response.status(Response.Status.MOVED_PERMANENTLY)
          .header(
              HttpHeaders.LOCATION,
              Query.to(NamedPage.address(authority))
                  .with(Preference.CHOICE, Preference.chosen(request).orElse(null))
                  .toString())
          .header(HttpHeaders.CACHE_CONTROL, "public, max-age=10")
          .build();
    }
    Year only = year.isEmpty() ? null : year(year);
    Preference preference = Preference.of(request);
    List<LanguageTag> liked = LanguageTag.liked(preference.ranges());
    SearchRequest.Page wanted = new SearchRequest.Page(after, A_PAGE);
    SearchPage found =
        search(authority, only, wanted, liked, only == null ? Counting.MONTHS : Counting.NOTHING);
    // The years are those of all its briefings, also when one is chosen.
    SearchPage all =
        only == null
            ? found
            : search(authority, null, new SearchRequest.Page(null, 1), liked, Counting.MONTHS);
    OfficeNames offices = new OfficeNames(listOffices.list(), Words.likedBy(preference));
    NamedPage page =
        new NamedPage(authority, liked, only, found, YearLink.of(all, authority, only), offices);
    return Pages.of("named.jte", page, request);
  }

  private SearchPage search(
      Authority authority,
      @Nullable Year year,
      SearchRequest.Page page,
      List<LanguageTag> liked,
      Counting counting) {
    List<Filter> filters = new ArrayList<>();
    filters.add(Filter.is(Facet.of(authority.content().kind()), authority.id().toString()));
    if (year != null) {
      LocalDate first = year.atDay(1);
      filters.add(new Filter.Days(first, first.plusYears(1).minusDays(1)));
    }
    return searchBriefings.search(
        Caller.ANONYMOUS,
        new SearchRequest(
            "", filters, Order.NEWEST, page, new SearchRequest.Manner(false, liked, counting)));
  }

  private static Year year(String text) {
    try {
      Year year = Year.parse(text);
      Dates.plausible("year", year.atDay(1));
      return year;
    } catch (DateTimeException e) {
      throw new Refusal(Reason.BAD_FORMAT, "year", "must be a year such as 2025", text, e);
    }
  }
}
