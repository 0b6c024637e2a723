package communique.readingroom;

import communique.readingroom.page.ErrorPage;
import communique.readingroom.page.Pages;
import communique.readingroom.page.Preference;
import communique.readingroom.page.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells that something went wrong here, and in the log what. The one place of this door that
 * catches everything, so that no reader ever sees the inside of the archive.
 */
@Provider
public class FaultPages implements ExceptionMapper<Throwable> {
  private static final Logger LOG = Logger.getLogger(FaultPages.class.getName());

  @Context private HttpServletRequest request;

  @Override
  public Response toResponse(Throwable fault) {
    String reference = UUID.randomUUID().toString();
    LOG.log(Level.SEVERE, fault, () -> "A page could not be made, reference " + reference);
    Words words = Words.likedBy(Preference.of(request));
    String detail = words.of("error.fault.reference", reference);
    return Pages.error(500, ErrorPage.of("fault", detail), request);
  }
}
