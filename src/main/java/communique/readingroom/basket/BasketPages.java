package communique.readingroom.basket;

import communique.access.Caller;
import communique.briefing.EditionId;
import communique.reading.GetEditions;
import communique.reading.ListOffices;
import communique.readingroom.page.Basket;
import communique.readingroom.page.EditionLink;
import communique.readingroom.page.ErrorPage;
import communique.readingroom.page.OfficeNames;
import communique.readingroom.page.Origin;
import communique.readingroom.page.Pages;
import communique.readingroom.page.Preference;
import communique.readingroom.page.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/**
 * The basket. What changes it is a form without fields, so that it needs no script; who sent the
 * form must be a page of this room, so that no other site changes it behind the reader's back.
 */
@Path("basket")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class BasketPages {
  private static final String HERE = "/basket";
  private static final String EDITION = "{id}/{language}";

  /** The whole of a page. */
  private static final String ALL = "content";

  @Inject private GetEditions getEditions;
  @Inject private ListOffices listOffices;

  /** What is in it. */
  @GET
  public Response show(@Context HttpServletRequest request) {
    BasketPage page =
        new BasketPage(
            getEditions.get(Caller.ANONYMOUS, Basket.of(request).editions()),
            new OfficeNames(listOffices.list(), Words.likedBy(Preference.of(request))));
    return Pages.of("basket.jte", page, request);
  }

  /** Puts an edition in, and goes back to the page where the reader was. */
  @POST
  @Path(EDITION)
  public Response add(
      @PathParam("id") String id,
      @PathParam("language") String language,
      @Context HttpServletRequest request) {
    EditionId edition = EditionLink.named(id, language);
    Basket basket = Basket.of(request);
    return basket.isFull() && !basket.has(edition)
        ? Pages.error(409, ErrorPage.of("full"), request)
        : changed(basket.with(edition), Basket.place(edition), request);
  }

  /** Takes an edition out. */
  @POST
  @Path(EDITION + "/removal")
  public Response remove(
      @PathParam("id") String id,
      @PathParam("language") String language,
      @Context HttpServletRequest request) {
    EditionId edition = EditionLink.named(id, language);
    Basket basket = Basket.of(request);
    // In the list of what is in it, it has no place any more.
    String place =
        Origin.of(request).page().getPath().equals(HERE)
            ? basket.after(edition).map(Basket::place).orElse(ALL)
            : Basket.place(edition);
    return changed(basket.without(edition), place, request);
  }

  /** Takes all out. */
  @POST
  @Path("removal")
  public Response empty(@Context HttpServletRequest request) {
    return changed(Basket.EMPTY, ALL, request);
  }

  private static Response changed(Basket basket, String place, HttpServletRequest request) {
    Origin origin = Origin.of(request);
    return origin.isThisRoom()
        ? Response.seeOther(URI.create(origin.page() + "#" + place))
            .cookie(basket.cookie(request))
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .build()
        : Pages.error(403, ErrorPage.of("foreign"), request);
  }
}
