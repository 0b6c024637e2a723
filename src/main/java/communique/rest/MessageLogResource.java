package communique.rest;

import communique.access.Caller;
import communique.accounts.ListMessages;
import communique.accounts.UnwatchMessages;
import communique.accounts.WatchMessages;
import communique.briefing.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What an account says over SOAP while it is watched, for administrators who help it. */
@Path("accounts/{name}/message-log")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class MessageLogResource {
  @Inject private Callers callers;
  @Inject private WatchMessages watchMessages;
  @Inject private UnwatchMessages unwatchMessages;
  @Inject private ListMessages listMessages;

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public Response watchMessages(@PathParam("name") String name, @Context HttpServletRequest request)
      throws IOException {
    Caller caller = callers.of(request);
    caller.mustAdminister();
    var until = AccountsReader.watch(JsonBody.small(request).object());
    watchMessages.watch(caller, name, until);
    return Response.noContent().build();
  }

  @DELETE
  public Response unwatchMessages(
      @PathParam("name") String name, @Context HttpServletRequest request) {
    unwatchMessages.unwatch(callers.of(request), name);
    return Response.noContent().build();
  }

  @GET
  public Response listMessages(
      @PathParam("name") String name,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("20") String limit,
      @Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    ListMessages.MessageLog log =
        listMessages.list(
            caller,
            name,
            after == null ? null : Identity.of(after),
            Parameters.number("limit", limit));
    String list = "/accounts/" + name + "/message-log";
    String next = Addresses.next(list, null, log.messages().next(), limit);
    return Answer.to(caller, request).page(AccountsJson.messages(log, next), next);
  }
}
