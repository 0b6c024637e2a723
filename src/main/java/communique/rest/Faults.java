package communique.rest;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells that something went wrong here, and in the log what. The one place of this door that
 * catches everything, so that no client ever sees the inside of the archive.
 */
@Provider
public class Faults implements ExceptionMapper<Throwable> {
  private static final Logger LOG = Logger.getLogger(Faults.class.getName());

  @Override
  public Response toResponse(Throwable fault) {
    String reference = UUID.randomUUID().toString();
    LOG.log(Level.SEVERE, fault, () -> "A request failed, reference " + reference);
    return new Problem(
            "about:blank",
            "Something went wrong here",
            500,
            "The keepers of this archive find what happened under the reference",
            "",
            "",
            "",
            List.of(),
            null,
            reference)
        .on(Response.serverError());
  }
}
