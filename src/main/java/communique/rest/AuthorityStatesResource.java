package communique.rest;

import communique.access.Caller;
import communique.briefing.Fields;
import communique.briefing.Identity;
import communique.briefing.Seen;
import communique.briefing.names.Authority;
import communique.names.EraseAuthority;
import communique.names.MergeAuthorities;
import communique.names.ReinstateAuthority;
import communique.names.RetireAuthority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.UUID;

/** What becomes of authority records: each change names the state that it was made from. */
@Path("authorities")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AuthorityStatesResource {
  private static final UUID NOBODY = new UUID(0, 0);

  @Inject private Callers callers;
  @Inject private MergeAuthorities mergeAuthorities;
  @Inject private RetireAuthority retireAuthority;
  @Inject private ReinstateAuthority reinstateAuthority;
  @Inject private EraseAuthority eraseAuthority;

  @POST
  @Path("{id}/merge")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response mergeAuthorities(@PathParam("id") String id, @Context HttpServletRequest request)
      throws IOException {
    Caller caller = keeper(request);
    UUID kept = Identity.of(id);
    Seen seen = Preconditions.seen(request);
    UUID other =
        Fields.read(
            JsonBody.small(request).object(), fields -> fields.text("other", Identity::of, NOBODY));
    return tagged(mergeAuthorities.merge(caller, kept, seen, other));
  }

  @PUT
  @Path("{id}/retirement")
  public Response retireAuthority(@PathParam("id") String id, @Context HttpServletRequest request) {
    Caller caller = keeper(request);
    Authority retired =
        retireAuthority.retire(caller, Identity.of(id), Preconditions.seen(request));
    return AuthoritiesJson.told(Response.ok(), retired).build();
  }

  @DELETE
  @Path("{id}/retirement")
  public Response reinstateAuthority(
      @PathParam("id") String id, @Context HttpServletRequest request) {
    Caller caller = keeper(request);
    return tagged(
        reinstateAuthority.reinstate(caller, Identity.of(id), Preconditions.seen(request)));
  }

  @POST
  @Path("{id}/erasure")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response eraseAuthority(@PathParam("id") String id, @Context HttpServletRequest request)
      throws IOException {
    Caller caller = callers.of(request);
    caller.mustAdminister();
    UUID authority = Identity.of(id);
    Seen seen = Preconditions.seen(request);
    String ground =
        Fields.read(
            JsonBody.small(request).object(), fields -> fields.text("ground", text -> text, ""));
    eraseAuthority.erase(caller, authority, seen, ground);
    return Response.noContent().build();
  }

  private Caller keeper(HttpServletRequest request) {
    Caller caller = callers.of(request);
    caller.mustKeepNames();
    return caller;
  }

  private static Response tagged(Authority authority) {
    return AuthoritiesJson.tagged(Response.ok(), authority).build();
  }
}
