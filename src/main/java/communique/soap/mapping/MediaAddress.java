package communique.soap.mapping;

import communique.briefing.Digest;
import communique.briefing.LanguageTag;
import communique.soap.description.AskedAddress;
import communique.soap.security.Authentication;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.UUID;
import org.apache.cxf.phase.PhaseInterceptorChain;

/**
 * Where a caller fetches files: on the server, and in the way, in which it reached this door.
 *
 * @param archive the address of the archive, ending in a slash
 */
public record MediaAddress(URI archive) {

  /** As the request that this thread works on reached it. */
  public static MediaAddress ofRequest() {
    HttpServletRequest request = Authentication.request(PhaseInterceptorChain.getCurrentMessage());
    return new MediaAddress(AskedAddress.of(request).resolve(request.getContextPath() + "/"));
  }

  String of(Digest sha256) {
    return archive.resolve("api/v1/media/" + sha256).toString();
  }

  /** Where the original of a version is. */
  public String ofOriginal(UUID briefing, LanguageTag language, int version) {
    String path = "api/v1/briefings/%s/%s/versions/%d/original";
    return archive.resolve(path.formatted(briefing, language, version)).toString();
  }
}
