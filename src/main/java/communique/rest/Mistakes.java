package communique.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Tells what the framework refuses before a resource is asked: unknown paths, other methods. */
@Provider
public class Mistakes implements ExceptionMapper<WebApplicationException> {
  @Override
  public Response toResponse(WebApplicationException mistake) {
    Response response = mistake.getResponse();
    if (response.getStatus() < 400) {
      return response;
    }
    // What the framework said in words of its own is replaced; its headers (Allow) stay.
    return Problem.plain(response.getStatus(), response.getStatusInfo().getReasonPhrase())
        .on(Response.fromResponse(response).entity(null));
  }
}
