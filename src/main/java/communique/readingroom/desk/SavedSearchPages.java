package communique.readingroom.desk;

import communique.access.Caller;
import communique.readingroom.page.Pages;
import communique.search.ForgetSearch;
import communique.search.ListSavedSearches;
import communique.search.Order;
import communique.search.SaveSearch;
import communique.search.SearchAddress;
import communique.search.SeeSavedSearch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** The searches that a reader has saved, with how much is new in each. */
@Path("desk/searches")
@Produces(MediaType.TEXT_HTML)
@Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.WILDCARD})
@ApplicationScoped
public class SavedSearchPages {
  private static final URI HERE = URI.create("/desk/searches");

  @Inject private Desk desk;
  @Inject private ListSavedSearches listSavedSearches;
  @Inject private SaveSearch saveSearch;
  @Inject private SeeSavedSearch seeSavedSearch;
  @Inject private ForgetSearch forgetSearch;

  /** All of them, and a form for one that is to be saved. */
  @GET
  public Response show(
      @QueryParam("search") @DefaultValue("") String search, @Context HttpServletRequest request) {
    return desk.page(
        request,
        caller ->
            Pages.of(
                "searches.jte",
                new SavedSearchesPage(
                    // As the search page shows it, which knows nobody.
                    listSavedSearches.list(caller, Caller.ANONYMOUS.visibility()),
                    SearchAddress.parse(search),
                    caller.name()),
                request));
  }

  /** Saves one. */
  @POST
  public Response save(
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("search") @DefaultValue("") String search,
      @Context HttpServletRequest request) {
    return desk.form(
        request,
        caller -> {
          saveSearch.add(caller, name, SearchAddress.parse(search));
          return Response.seeOther(HERE).build();
        });
  }

  /** Shows what is new in one, the last changed first, and takes it for seen. */
  @POST
  @Path("seen")
  public Response see(
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("search") @DefaultValue("") String search,
      @Context HttpServletRequest request) {
    SearchAddress address = SearchAddress.parse(search);
    return desk.form(
        request,
        caller -> {
          seeSavedSearch.see(caller, name);
          SearchAddress newest = address.with(SearchAddress.ORDER, List.of(Order.CHANGED.code()));
          return Response.seeOther(URI.create("/search?" + newest)).build();
        });
  }

  /** Forgets one. */
  @POST
  @Path("removal")
  public Response forget(
      @FormParam("name") @DefaultValue("") String name, @Context HttpServletRequest request) {
    return desk.form(
        request,
        caller -> {
          forgetSearch.forget(caller, name);
          return Response.seeOther(HERE).build();
        });
  }
}
