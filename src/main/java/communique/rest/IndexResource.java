package communique.rest;

import communique.access.Caller;
import communique.briefing.Identity;
import communique.search.index.CancelRebuild;
import communique.search.index.CompareIndex;
import communique.search.index.GetIndex;
import communique.search.index.GetRebuild;
import communique.search.index.ListParked;
import communique.search.index.RebuildIndex;
import communique.search.index.RetryParked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The search index, for those who keep the archive. */
@Path("index")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class IndexResource {
  @Inject private Callers callers;
  @Inject private GetIndex getIndex;
  @Inject private RebuildIndex rebuildIndex;
  @Inject private GetRebuild getRebuild;
  @Inject private CancelRebuild cancelRebuild;
  @Inject private CompareIndex compareIndex;
  @Inject private ListParked listParked;
  @Inject private RetryParked retryParked;

  @GET
  public Response getIndex(@Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    return Answer.to(caller, request).json(IndexJson.report(getIndex.get(caller)));
  }

  @POST
  @Path("rebuilds")
  public Response rebuildIndex(@Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    var rebuild = rebuildIndex.begin(caller);
    return accepted(IndexJson.rebuild(rebuild), IndexJson.address(rebuild));
  }

  @GET
  @Path("rebuilds/{id}")
  public Response getRebuild(@PathParam("id") String id, @Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    return Answer.to(caller, request)
        .json(IndexJson.rebuild(getRebuild.get(caller, Identity.of(id))));
  }

  @DELETE
  @Path("rebuilds/{id}")
  public Response cancelRebuild(@PathParam("id") String id, @Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    return Response.ok(IndexJson.rebuild(cancelRebuild.cancel(caller, Identity.of(id))))
        .header(HttpHeaders.CACHE_CONTROL, Answer.PRIVATE)
        .build();
  }

  @POST
  @Path("comparison")
  public Response compareIndex(
      @QueryParam("mend") @DefaultValue("false") String mend, @Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    return accepted(
        IndexJson.comparison(compareIndex.begin(caller, Parameters.yes("mend", mend))),
        RestApplication.ROOT + "/index");
  }

  @GET
  @Path("parked")
  public Response listParked(@Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    return Answer.to(caller, request).json(IndexJson.parked(listParked.list(caller)));
  }

  @POST
  @Path("parked")
  public Response retryParked(
      @QueryParam("briefing") @Nullable String briefing, @Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    retryParked.retry(caller, briefing == null ? null : Identity.of(briefing));
    return Response.accepted()
        .header(HttpHeaders.LOCATION, RestApplication.ROOT + "/index/parked")
        .build();
  }

  private static Response accepted(byte[] document, String address) {
    return Response.accepted(document)
        .header(HttpHeaders.LOCATION, address)
        .header(HttpHeaders.CACHE_CONTROL, Answer.PRIVATE)
        .build();
  }
}
