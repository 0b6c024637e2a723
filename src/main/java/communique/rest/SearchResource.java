package communique.rest;

import communique.access.Caller;
import communique.briefing.LanguageTag;
import communique.search.SearchBriefings;
import communique.search.SearchPage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Finding briefings by their text. */
@Path("search")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class SearchResource {
  @Inject private Callers callers;
  @Inject private SearchBriefings searchBriefings;

  @GET
  public Response searchBriefings(@Context UriInfo address, @Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    SearchParameters parameters = new SearchParameters(address.getQueryParameters());
    SearchPage page =
        searchBriefings.search(
            caller,
            parameters.request(
                LanguageTag.liked(
                    Parameters.languages(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)))));
    String next = parameters.next(page.next());
    return Response.fromResponse(Answer.to(caller, request).page(SearchJson.page(page, next), next))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .build();
  }
}
