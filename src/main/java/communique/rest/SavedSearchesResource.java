package communique.rest;

import communique.access.Caller;
import communique.briefing.Fields;
import communique.briefing.SavedSearch;
import communique.briefing.VersionJson;
import communique.search.ForgetSearch;
import communique.search.ListSavedSearches;
import communique.search.SaveSearch;
import communique.search.SearchAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Map;

/** What an account wants to look for again. */
@Path("searches")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class SavedSearchesResource {
  @Inject private Callers callers;
  @Inject private SaveSearch saveSearch;
  @Inject private ForgetSearch forgetSearch;
  @Inject private ListSavedSearches listSavedSearches;

  @GET
  public Response listSavedSearches(@Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    var searches = listSavedSearches.list(caller, caller.visibility());
    return Answer.to(caller, request)
        .json(
            Json.bytes(
                json -> {
                  json.writeStartObject().writeStartArray("searches");
                  searches.forEach(search -> search(json, search));
                  json.writeEnd().writeEnd();
                }));
  }

  private static void search(JsonGenerator json, ListSavedSearches.Counted counted) {
    SavedSearch saved = counted.saved();
    json.writeStartObject()
        .write("name", saved.name())
        .write("search", saved.search())
        .write("href", RestApplication.ROOT + "/search?" + saved.search())
        .write("savedAt", VersionJson.instant(saved.savedAt()))
        .write("seenAt", VersionJson.instant(saved.seenAt()));
    counted.found().ifPresent(found -> json.write("new", found));
    json.writeEnd();
  }

  @PUT
  @Path("{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response saveSearch(@PathParam("name") String name, @Context HttpServletRequest request)
      throws IOException {
    Caller caller = callers.of(request);
    caller.mustHaveAccount();
    SearchAddress search =
        Fields.read(
            JsonBody.small(request).object(),
            fields -> {
              fields.mustHave("search");
              return fields.text("search", SearchAddress::parse, SearchAddress.of(Map.of()));
            });
    saveSearch.save(caller, name, search);
    return Response.noContent().build();
  }

  @DELETE
  @Path("{name}")
  public Response forgetSearch(
      @PathParam("name") String name, @Context HttpServletRequest request) {
    forgetSearch.forget(callers.of(request), name);
    return Response.noContent().build();
  }
}
