package communique.rest;

import communique.access.Caller;
import communique.briefing.EditionId;
import communique.briefing.Identity;
import communique.briefing.LanguageTag;
import communique.briefing.Listing;
import communique.briefing.Overview;
import communique.briefing.Stored;
import communique.export.Format;
import communique.reading.GetBriefing;
import communique.reading.GetEdition;
import communique.reading.GetVersion;
import communique.reading.ListBriefings;
import communique.reading.SeenEdition;
import communique.reading.SharedLook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Briefings, their editions and versions. */
@Path("briefings")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class BriefingsResource {
  @Inject private Callers callers;
  @Inject private ListBriefings listBriefings;
  @Inject private GetBriefing getBriefing;
  @Inject private GetEdition getEdition;
  @Inject private GetVersion getVersion;
  @Inject private Representations representations;

  // Nearly all readers are nobody in particular, and most of them ask for the newest.
  private final SharedLook<Listing, Document> everybody =
      new SharedLook<>(listing -> page(Caller.ANONYMOUS, listing));

  @GET
  public Response listBriefings(@Context UriInfo address, @Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    Listing listing = ListParameters.of(address.getQueryParameters());
    Document page =
        caller.equals(Caller.ANONYMOUS) ? everybody.ask(listing) : page(caller, listing);
    return Answer.to(caller, request).document(page);
  }

  private Document page(Caller caller, Listing listing) {
    ListBriefings.Page page = listBriefings.list(caller, listing);
    String next = page.next() == null ? null : Addresses.listAfter(listing, page.next());
    return Document.of(BriefingsJson.page(page.briefings(), next), next);
  }

  @GET
  @Path("{id}")
  public Response getBriefing(@PathParam("id") String id, @Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    Overview overview = getBriefing.get(caller, Identity.of(id));
    return Links.withEditions(
        Answer.to(caller, request).json(BriefingsJson.overview(overview)), overview);
  }

  @GET
  @TimeTravel
  @Path("{id}/{language}")
  @Produces(MediaType.WILDCARD)
  public Response getEdition(
      @PathParam("id") String id,
      @PathParam("language") String language,
      @QueryParam("format") @Nullable String asked,
      @Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    EditionId edition = new EditionId(Identity.of(id), new LanguageTag(language));
    Format format = Negotiation.of(request, asked);
    SeenEdition seen = getEdition.seen(caller, edition);
    return format == Format.JSON
        ? Answer.to(caller, request).current(seen, edition)
        : representations.answer(
            caller,
            request,
            seen.stored(),
            format,
            Addresses.edition(edition.briefing(), edition.language()));
  }

  @GET
  @TimeTravel
  @Path("{id}/{language}/versions/{number}")
  @Produces(MediaType.WILDCARD)
  public Response getVersion(
      @PathParam("id") String id,
      @PathParam("language") String language,
      @PathParam("number") String number,
      @QueryParam("format") @Nullable String asked,
      @Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    UUID briefing = Identity.of(id);
    LanguageTag tag = new LanguageTag(language);
    int version = Parameters.number("version", number);
    Format format = Negotiation.of(request, asked);
    Stored stored = getVersion.get(caller, briefing, tag, version);
    return format == Format.JSON
        ? Answer.to(caller, request).numbered(stored, new EditionId(briefing, tag), version)
        : representations.answer(
            caller, request, stored, format, Addresses.version(briefing, tag, version));
  }
}
