package communique.rest;

import communique.access.Caller;
import communique.briefing.Identity;
import communique.reading.GetReceipt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What depositors were given for what they handed over. */
@Path("deposits")
@ApplicationScoped
public class ReceiptsResource {
  @Inject private Callers callers;
  @Inject private GetReceipt getReceipt;

  @GET
  @Path("{receipt}")
  @Produces(MediaType.APPLICATION_JSON)
  public Response getReceipt(
      @PathParam("receipt") String receipt, @Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    return Response.ok(ReceiptJson.write(getReceipt.get(caller, Identity.of(receipt))))
        .header(HttpHeaders.CACHE_CONTROL, Answer.PRIVATE)
        .build();
  }
}
