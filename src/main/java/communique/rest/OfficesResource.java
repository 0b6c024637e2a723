package communique.rest;

import communique.reading.ListOffices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The offices whose briefings are kept. */
@Path("offices")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class OfficesResource {
  @Inject private Callers callers;
  @Inject private ListOffices listOffices;

  @GET
  public Response listOffices(@Context HttpServletRequest request) {
    return Answer.to(callers.of(request), request).json(BriefingsJson.offices(listOffices.list()));
  }
}
