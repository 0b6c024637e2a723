package communique.rest;

import communique.access.Caller;
import communique.briefing.Identity;
import communique.deposit.LinkBriefings;
import communique.deposit.LinkSubmission;
import communique.deposit.UnlinkBriefing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.UUID;

/** That briefings are one thing said in several languages. */
@Path("briefings")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class LinksResource {
  @Inject private Callers callers;
  @Inject private LinkBriefings linkBriefings;
  @Inject private UnlinkBriefing unlinkBriefing;

  @POST
  @Path("{id}/links")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response linkBriefings(@PathParam("id") String id, @Context HttpServletRequest request)
      throws IOException {
    Caller caller = callers.of(request);
    caller.mustHaveAccount();
    UUID briefing = Identity.of(id);
    linkBriefings.link(caller, briefing, LinkSubmission.read(JsonBody.small(request).object()));
    return Response.noContent().build();
  }

  @DELETE
  @Path("{id}/links")
  public Response unlinkBriefing(@PathParam("id") String id, @Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    caller.mustHaveAccount();
    unlinkBriefing.unlink(caller, Identity.of(id));
    return Response.noContent().build();
  }
}
