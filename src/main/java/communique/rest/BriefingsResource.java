package communique.rest;

import communique.access.Caller;
import communique.briefing.LanguageTag;
import communique.briefing.Listing;
import communique.briefing.Stored;
import communique.reading.GetBriefing;
import communique.reading.GetEdition;
import communique.reading.GetVersion;
import communique.reading.ListBriefings;
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
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

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

  @GET
  public Response listBriefings(@Context UriInfo address, @Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    Listing listing = ListParameters.of(address.getQueryParameters());
    ListBriefings.Page page = listBriefings.list(caller, listing);
    String next = page.next() == null ? null : Addresses.listAfter(listing, page.next());
    return Answer.to(caller, request).page(BriefingsJson.page(page.briefings(), next), next);
  }

  @GET
  @Path("{id}")
  public Response getBriefing(@PathParam("id") String id, @Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    return Answer.to(caller, request)
        .json(BriefingsJson.overview(getBriefing.get(caller, Parameters.id(id))));
  }

  @GET
  @TimeTravel
  @Path("{id}/{language}")
  public Response getEdition(
      @PathParam("id") String id,
      @PathParam("language") String language,
      @Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    UUID briefing = Parameters.id(id);
    LanguageTag tag = new LanguageTag(language);
    Stored stored = getEdition.get(caller, briefing, tag);
    return Answer.to(caller, request).current(stored, tag, Addresses.edition(briefing, tag));
  }

  @GET
  @TimeTravel
  @Path("{id}/{language}/versions/{number}")
  public Response getVersion(
      @PathParam("id") String id,
      @PathParam("language") String language,
      @PathParam("number") String number,
      @Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    UUID briefing = Parameters.id(id);
    LanguageTag tag = new LanguageTag(language);
    int version = Parameters.number("version", number);
    Stored stored = getVersion.get(caller, briefing, tag, version);
    return Answer.to(caller, request)
        .numbered(stored, tag, Addresses.version(briefing, tag, version));
  }
}
