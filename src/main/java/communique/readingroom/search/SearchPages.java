package communique.readingroom.search;

import communique.access.Caller;
import communique.briefing.LanguageTag;
import communique.reading.ListOffices;
import communique.readingroom.page.OfficeNames;
import communique.readingroom.page.Pages;
import communique.readingroom.page.Preference;
import communique.readingroom.page.Words;
import communique.search.Order;
import communique.search.SearchBriefings;
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
import java.util.List;
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
      @QueryParam("q") @DefaultValue("") String query,
      @QueryParam("language") @DefaultValue("") String language,
      @QueryParam("widen") @DefaultValue("") String widen,
      @QueryParam("after") @Nullable String after,
      @Context HttpServletRequest request) {
    LanguageTag tag = language.isEmpty() ? null : new LanguageTag(language);
    boolean widened = !widen.equals("false");
    OfficeNames offices =
        new OfficeNames(listOffices.list(), Words.likedBy(Preference.of(request)));
    Results page = new Results(query, tag, widened, offices, null);
    if (!query.isBlank()) {
      SearchRequest wanted =
          new SearchRequest(
              query,
              SearchRequest.filters(tag, null),
              Order.RELEVANCE,
              new SearchRequest.Page(after, A_PAGE),
              new SearchRequest.Manner(widened, List.of(), false));
      page =
          new Results(
              query, tag, widened, offices, searchBriefings.search(Caller.ANONYMOUS, wanted));
    }
    return Pages.of("search.jte", page, request);
  }
}
