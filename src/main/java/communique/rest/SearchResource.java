package communique.rest;

import communique.access.Caller;
import communique.briefing.LanguageTag;
import communique.briefing.QueryParameters;
import communique.search.SearchAddress;
import communique.search.SearchBriefings;
import communique.search.SearchPage;
import communique.search.SearchRequest;
import communique.search.SuggestQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.stream.Stream;

/** Finding briefings by their text. */
@Path("search")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class SearchResource {
  private static final String FEW = "20";
  private static final List<String> ONCE =
      Stream.concat(SearchAddress.SINGLE.stream(), Stream.of("after", "limit", "facets")).toList();

  @Inject private Callers callers;
  @Inject private SearchBriefings searchBriefings;
  @Inject private SuggestQueries suggestQueries;

  @GET
  public Response searchBriefings(@Context UriInfo address, @Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    MultivaluedMap<String, String> given = address.getQueryParameters();
    QueryParameters.check(given, ONCE, SearchAddress.SEVERAL);
    SearchAddress search = SearchAddress.of(given);
    String limit = given.getFirst("limit");
    SearchRequest.Page wanted =
        new SearchRequest.Page(
            given.getFirst("after"), Parameters.number("limit", limit == null ? FEW : limit));
    String facets = given.getFirst("facets");
    boolean counted = Parameters.yes("facets", facets == null ? "false" : facets);
    List<LanguageTag> preferred =
        LanguageTag.liked(Parameters.languages(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    SearchPage page = searchBriefings.search(caller, search.request(wanted, preferred, counted));
    String next =
        page.next() == null ? null : Addresses.searchAfter(search, wanted.limit(), page.next());
    return Response.fromResponse(Answer.to(caller, request).page(SearchJson.page(page, next), next))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .build();
  }

  /** Completions of what is being written, in the form that browsers read (OpenSearch). */
  @GET
  @Path("suggestions")
  public Response suggestQueries(
      @QueryParam("q") @DefaultValue("") String beginning, @Context HttpServletRequest request) {
    List<String> suggestions = suggestQueries.suggest(beginning);
    return Answer.to(Caller.ANONYMOUS, request)
        .json(
            Json.bytes(
                json -> {
                  json.writeStartArray().write(beginning).writeStartArray();
                  suggestions.forEach(json::write);
                  json.writeEnd().writeEnd();
                }));
  }
}
