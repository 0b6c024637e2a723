package communique.rest;

import communique.access.Caller;
import communique.search.SearchBriefings;
import communique.search.SearchPage;
import communique.search.SearchRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Finding briefings by their text. */
@Path("search")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class SearchResource {
  @Inject private Callers callers;
  @Inject private SearchBriefings searchBriefings;

  @GET
  public Response searchBriefings(
      @QueryParam("q") @DefaultValue("") String query,
      @QueryParam("language") @Nullable String language,
      @QueryParam("office") @Nullable String office,
      @QueryParam("widen") @DefaultValue("true") String widen,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("20") String limit,
      @Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    SearchRequest wanted =
        new SearchRequest(
            Parameters.words(query),
            Parameters.language(language),
            Parameters.office(office),
            after,
            Parameters.number("limit", limit),
            Parameters.yes("widen", widen));
    SearchPage page = searchBriefings.search(caller, wanted);
    String next = page.next() == null ? null : Addresses.searchAfter(wanted, page.next());
    return Answer.to(caller, request).page(SearchJson.page(page, next), next);
  }
}
