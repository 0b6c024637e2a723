package communique.soap;

import communique.briefing.Digest;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.apache.cxf.phase.PhaseInterceptorChain;

/**
 * Where a caller fetches media: on the server, and in the way, in which it reached this door.
 *
 * @param archive the address of the archive, ending in a slash
 */
record MediaAddress(URI archive) {

  static MediaAddress ofRequest() {
    HttpServletRequest request = Authentication.request(PhaseInterceptorChain.getCurrentMessage());
    URI asked = URI.create(request.getRequestURL().toString());
    return new MediaAddress(asked.resolve(request.getContextPath() + "/"));
  }

  String of(Digest sha256) {
    return archive.resolve("api/v1/media/" + sha256).toString();
  }
}
