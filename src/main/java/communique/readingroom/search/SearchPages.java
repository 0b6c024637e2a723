package communique.readingroom.search;

import communique.access.Caller;
import communique.briefing.LanguageTag;
import communique.reading.ListOffices;
import communique.readingroom.page.OfficeNames;
import communique.readingroom.page.Pages;
import communique.readingroom.page.Preference;
import communique.readingroom.page.Words;
import communique.search.SearchAddress;
import communique.search.SearchBriefings;
import communique.search.SearchPage;
import communique.search.SearchRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** Finding by text. */
@Path("search")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class SearchPages {
  private static final int A_PAGE = 20;

  @Inject private SearchBriefings searchBriefings;
  @Inject private ListOffices listOffices;

  @GET
  public Response search(
      @QueryParam("after") @Nullable String after,
      @Context UriInfo address,
      @Context HttpServletRequest request) {
    SearchAddress search = SearchAddress.of(address.getQueryParameters());
    Preference preference = Preference.of(request);
    Words words = Words.likedBy(preference);
    OfficeNames offices = new OfficeNames(listOffices.list(), words);
    SearchPage found = null;
    if (!search.isEmpty()) {
      SearchRequest wanted =
          search.request(
              new SearchRequest.Page(after, A_PAGE), LanguageTag.liked(preference.ranges()), true);
      found = searchBriefings.search(Caller.ANONYMOUS, wanted);
    }
    Results results = new Results(search, words, offices, found, after != null);
    return Pages.of("search.jte", results, request);
  }
}
