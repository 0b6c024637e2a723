package communique.readingroom.article;

import communique.briefing.Version;
import communique.reading.ListOffices;
import communique.readingroom.page.Entry;
import communique.readingroom.page.OfficeNames;
import communique.readingroom.page.Pages;
import communique.readingroom.page.Preference;
import communique.readingroom.page.Words;
import communique.search.FindSimilar;
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
import java.util.List;

/**
 * What is like a briefing. Pages of their own, so that those of briefings are there as soon and as
 * whole when nothing can be searched.
 */
@Path("briefings/{id}")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class SimilarPages {
  private static final int MOST = 5;

  @Inject private Articles articles;
  @Inject private FindSimilar findSimilar;
  @Inject private ListOffices listOffices;

  /** What is like an edition as it is now. */
  @GET
  @Path("{language}/similar")
  public Response similar(
      @PathParam("id") String id,
      @PathParam("language") String language,
      @Context HttpServletRequest request) {
    Version version = articles.present(EditionAddress.of(id, language)).version();
    OfficeNames offices =
        new OfficeNames(listOffices.list(), Words.likedBy(Preference.of(request)));
    List<Entry> entries =
        findSimilar.find(version).stream().limit(MOST).map(hit -> Entry.of(hit, offices)).toList();
    return Pages.of("similar.jte", new SimilarPage(version, entries), request);
  }
}
