package communique.rest;

import communique.access.Caller;
import communique.briefing.Identity;
import communique.briefing.LanguageTag;
import communique.reading.ListVersions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.UUID;

/** The history of an edition: its versions, and a map of those that were public (RFC 7089). */
@Path("briefings")
@ApplicationScoped
public class VersionsResource {
  private static final MediaType LINKS = new MediaType("application", "link-format");

  @Inject private Callers callers;
  @Inject private ListVersions listVersions;

  @GET
  @Path("{id}/{language}/versions")
  @Produces(MediaType.APPLICATION_JSON)
  public Response listVersions(
      @PathParam("id") String id,
      @PathParam("language") String language,
      @QueryParam("after") @DefaultValue("0") String after,
      @QueryParam("limit") @DefaultValue("100") String limit,
      @Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    UUID briefing = Identity.of(id);
    LanguageTag tag = new LanguageTag(language);
    int most = Parameters.number("limit", limit);
    ListVersions.Page page =
        listVersions.listWithErased(caller, briefing, tag, Parameters.number("after", after), most);
    String next =
        page.next() == null ? null : Addresses.versionsAfter(briefing, tag, page.next(), most);
    return Answer.to(caller, request).page(VersionsJson.page(briefing, tag, page, next), next);
  }

  @GET
  @Path("{id}/{language}/timemap")
  @Produces({"application/link-format", MediaType.APPLICATION_JSON})
  public Response getTimeMap(
      @PathParam("id") String id,
      @PathParam("language") String language,
      @QueryParam("after") @DefaultValue("0") String after,
      @Context HttpServletRequest request,
      @Context Request negotiation) {
    Caller caller = callers.of(request);
    UUID briefing = Identity.of(id);
    LanguageTag tag = new LanguageTag(language);
    int before = Parameters.number("after", after);
    TimeMap map =
        new TimeMap(
            Addresses.edition(briefing, tag),
            before,
            listVersions.shown(caller, briefing, tag, before));
    Variant chosen =
        negotiation.selectVariant(
            List.of(
                new Variant(LINKS, (String) null, null),
                new Variant(MediaType.APPLICATION_JSON_TYPE, (String) null, null)));
    boolean json =
        chosen != null && MediaType.APPLICATION_JSON_TYPE.isCompatible(chosen.getMediaType());
    Response answer = Answer.to(caller, request).page(json ? map.json() : map.links(), map.next());
    return Response.fromResponse(answer)
        .type(json ? MediaType.APPLICATION_JSON_TYPE : LINKS)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .build();
  }
}
