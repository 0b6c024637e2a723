package communique.readingroom.article;

import communique.briefing.Version;
import communique.readingroom.page.Pages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The pictures, recordings and documents of an edition. */
@Path("briefings/{id}")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class MediaPages {
  @Inject private Articles articles;

  /** Those of the version that is shown now. */
  @GET
  @Path("{language}/media")
  public Response media(
      @PathParam("id") String id,
      @PathParam("language") String language,
      @Context HttpServletRequest request) {
    EditionAddress edition = EditionAddress.of(id, language);
    return page(articles.present(edition).version(), edition.present(), request);
  }

  /** Those of one of its versions. */
  @GET
  @Path("{language}/versions/{number: [1-9][0-9]{0,8}}/media")
  public Response mediaOfVersion(
      @PathParam("id") String id,
      @PathParam("language") String language,
      @PathParam("number") int number,
      @Context HttpServletRequest request) {
    EditionAddress edition = EditionAddress.of(id, language);
    return page(articles.numbered(edition, number).version(), edition.version(number), request);
  }

  private Response page(Version version, String text, HttpServletRequest request) {
    return Pages.of("media.jte", new MediaPage(version, articles.media(version), text), request);
  }
}
