package communique.rest;

import communique.access.Caller;
import communique.briefing.Stored;
import communique.export.Base;
import communique.export.Format;
import communique.export.Publication;
import communique.export.RepresentVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Answers with versions in other formats than the stored one. */
@ApplicationScoped
class Representations {
  @Inject private RepresentVersion representVersion;

  /**
   * The version in the format.
   *
   * @param address of the edition or version, as it was asked for
   */
  Response answer(
      Caller caller, HttpServletRequest request, Stored stored, Format format, String address) {
    URI base = Base.of(request.getRequestURL(), request.getRequestURI());
    Publication publication =
        representVersion.represent(caller, stored, base).at(URI.create(base + address));
    return Answer.to(caller, request).represented(stored, publication, format, address);
  }
}
