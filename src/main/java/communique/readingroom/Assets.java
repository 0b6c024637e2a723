package communique.readingroom;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.readingroom.page.Pages;
import communique.theme.Asset;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The few files that the pages need. */
@Path("assets")
public class Assets {
  /** A coding with the weight of nothing. */
  private static final String REFUSED = "[^;]*;q=0(\\.0*)?";

  /**
   * A file.
   *
   * @param version what the address says of its content: if it is so, it will be for ever
   */
  @GET
  @Path("{name}")
  public Response get(
      @PathParam("name") String name,
      @QueryParam("v") @Nullable String version,
      @HeaderParam(HttpHeaders.ACCEPT_ENCODING) List<String> encodings,
      @Context HttpServletRequest request) {
    Asset asset =
        Asset.named(name)
            .orElseThrow(
                () -> new Refusal(Reason.NOT_FOUND, "name", "must be a file of the pages", name));
    boolean packed = takesGzip(encodings) && name.endsWith(".css");
    EntityTag tag = new EntityTag(asset.digest() + (packed ? "-gzip" : ""));
    Response.ResponseBuilder answer =
        Pages.has(request, tag)
            ? Response.notModified()
            : Response.ok(packed ? asset.packed() : asset.content(), asset.type());
    if (packed) {
      answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    return answer
        .tag(tag)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
        .header(
            HttpHeaders.CACHE_CONTROL,
            asset.digest().equals(version)
                ? "public, max-age=31536000, immutable"
                : "public, max-age=3600")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  /** Whether a client takes gzip (RFC 9110, 12.5.3), which may also be one that it refuses. */
  static boolean takesGzip(List<String> encodings) {
    List<String> accepted =
        encodings.stream()
            .flatMap(line -> Arrays.stream(line.toLowerCase(Locale.ROOT).split(",", -1)))
            .map(coding -> coding.replaceAll("\\s", ""))
            .toList();
    return accepted.stream()
        .anyMatch(coding -> coding.matches("(x-)?gzip(;.*)?") && !coding.matches(REFUSED));
  }
}
