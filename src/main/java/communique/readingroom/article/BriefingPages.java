package communique.readingroom.article;

import communique.access.Caller;
import communique.briefing.Stored;
import communique.reading.GetBestEdition;
import communique.readingroom.page.EditionLink;
import communique.readingroom.page.Pages;
import communique.readingroom.page.Preference;
import communique.readingroom.page.Query;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The pages of editions and of their versions, and the way to them from that of the briefing. */
@Path("briefings/{id}")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class BriefingPages {
  @Inject private GetBestEdition getBestEdition;
  @Inject private Articles articles;

  /** Sends the reader to the edition in the language that the browser prefers. */
  @GET
  public Response choose(@PathParam("id") String id, @Context HttpServletRequest request) {
    GetBestEdition.Found best =
        getBestEdition.get(
            Caller.ANONYMOUS, EditionAddress.briefing(id), Preference.of(request).ranges());
    Query edition =
        Query.to(EditionLink.href(best.briefing(), best.language()))
            .with(Preference.CHOICE, Preference.chosen(request).orElse(null));
    return Response.seeOther(URI.create(edition.toString()))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE + ", " + HttpHeaders.COOKIE)
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=10")
        .build();
  }

  /** The edition as it is now. */
  @GET
  @Path("{language}")
  public Response edition(
      @PathParam("id") String id,
      @PathParam("language") String language,
      @Context HttpServletRequest request) {
    Stored stored = articles.present(EditionAddress.of(id, language));
    return Pages.of(
        "article.jte", articles.of(stored, stored.version().number(), request), request);
  }

  /** One of its versions, which stays at this address when another replaces it. */
  @GET
  @Path("{language}/versions/{number: [1-9][0-9]{0,8}}")
  public Response version(
      @PathParam("id") String id,
      @PathParam("language") String language,
      @PathParam("number") int number,
      @Context HttpServletRequest request) {
    EditionAddress edition = EditionAddress.of(id, language);
    Stored stored = articles.numbered(edition, number);
    int present = articles.present(edition).version().number();
    return Pages.of("article.jte", articles.of(stored, present, request), request);
  }
}
