package communique.readingroom.lists;

import communique.access.Caller;
import communique.briefing.LanguageTag;
import communique.briefing.Listing;
import communique.briefing.OfficeCode;
import communique.briefing.Overview;
import communique.reading.ListBriefings;
import communique.reading.ListOffices;
import communique.readingroom.page.Entry;
import communique.readingroom.page.OfficeNames;
import communique.readingroom.page.Pages;
import communique.readingroom.page.Preference;
import communique.readingroom.page.Words;
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

/** The first page: what was issued last. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class NewestBriefings {
  private static final int A_PAGE = 20;

  @Inject private ListBriefings listBriefings;
  @Inject private ListOffices listOffices;

  @GET
  public Response newest(
      @QueryParam("office") @DefaultValue("") String office,
      @QueryParam("language") @DefaultValue("") String language,
      @QueryParam("after") @DefaultValue("") String after,
      @Context HttpServletRequest request) {
    OfficeCode ofOffice = office.isEmpty() ? null : new OfficeCode(office);
    LanguageTag inLanguage = language.isEmpty() ? null : new LanguageTag(language);
    Listing.Key from = after.isEmpty() ? null : Listing.Key.parse(after);
    ListBriefings.Page found =
        listBriefings.list(Caller.ANONYMOUS, new Listing(ofOffice, inLanguage, from, A_PAGE));
    Preference preference = Preference.of(request);
    OfficeNames offices = new OfficeNames(listOffices.list(), Words.likedBy(preference));
    List<Entry> entries =
        found.briefings().stream()
            .map(each -> entry(each, preference, inLanguage, offices))
            .toList();
    String older = found.next() == null ? null : found.next().toString();
    NewestPage page = new NewestPage(entries, offices, ofOffice, inLanguage, older);
    return Pages.of("newest.jte", page, request);
  }

  private static Entry entry(
      Overview overview,
      Preference preference,
      @Nullable LanguageTag language,
      OfficeNames offices) {
    return Entry.of(overview, preference.among(overview.editions(), language), offices);
  }
}
