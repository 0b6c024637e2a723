package communique.rest;

import communique.access.Caller;
import communique.briefing.Coded;
import communique.briefing.Digest;
import communique.briefing.MediaFile;
import communique.briefing.Rendition;
import communique.reading.GetMedia;
import communique.reading.GetRendition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Media files, whole or in part (RFC 9110, section 14). */
@Path("media")
@ApplicationScoped
public class MediaResource {
  private static final Set<String> SHOWN =
      Set.of(
          "image/jpeg",
          "image/png",
          "image/gif",
          "image/webp",
          "audio/mpeg",
          "audio/mp4",
          "audio/ogg",
          "video/mp4",
          "video/webm");

  @Inject private Callers callers;
  @Inject private GetMedia getMedia;
  @Inject private GetRendition getRendition;

  @GET
  @Path("{sha256}")
  public Response getMedia(
      @PathParam("sha256") String sha256,
      @HeaderParam("Range") @Nullable String range,
      @HeaderParam("If-Range") @Nullable String ifRange,
      @Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    GetMedia.Found found = getMedia.get(caller, new Digest(sha256));
    return answer(caller, request, found, range, ifRange);
  }

  @GET
  @Path("{sha256}/{rendition}")
  public Response getRendition(
      @PathParam("sha256") String sha256,
      @PathParam("rendition") String rendition,
      @HeaderParam("Range") @Nullable String range,
      @HeaderParam("If-Range") @Nullable String ifRange,
      @Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    Rendition asked = Coded.of(Rendition.class, "rendition", rendition);
    GetMedia.Found found = getRendition.get(caller, new Digest(sha256), asked);
    return answer(caller, request, found, range, ifRange);
  }

  // Only what is fetched has parts (RFC 9110, section 14.2), and a part of a file that has changed
  // would not fit what the client has (section 13.1.5).
  private static Response answer(
      Caller caller,
      HttpServletRequest request,
      GetMedia.Found found,
      @Nullable String range,
      @Nullable String ifRange) {
    Digest sha256 = found.file().sha256();
    boolean fits =
        request.getMethod().equals(HttpMethod.GET)
            && (ifRange == null || ifRange.equals("\"" + sha256 + "\""));
    return Answer.to(caller, request).file(sha256, () -> bytes(found, fits ? range : null));
  }

  private static Response.ResponseBuilder bytes(GetMedia.Found found, @Nullable String range) {
    MediaFile file = found.file();
    ByteRange part = ByteRange.of(range, file.size());
    ByteRange sent = part == null ? ByteRange.whole(file.size()) : part;
    Response.ResponseBuilder answer =
        Response.status(part == null ? Response.Status.OK : Response.Status.PARTIAL_CONTENT)
            .entity(new FilePart(found.bytes(), sent))
            .type(file.type())
            .header(HttpHeaders.CONTENT_LENGTH, sent.length())
            .header("Accept-Ranges", "bytes")
            .header(HttpHeaders.CONTENT_DISPOSITION, disposition(file))
            // Whatever a file holds, it may not act on behalf of this site.
            .header("Content-Security-Policy", "default-src 'none'; sandbox");
    return part == null
        ? answer
        : answer.header("Content-Range", "bytes " + part + "/" + file.size());
  }

  // A closed list: what a browser shows as a page of this site, such as SVG or HTML, is never
  // shown. Neither is PDF: the viewer of Chromium stays blank under the policy above.
  private static String disposition(MediaFile file) {
    boolean shown = SHOWN.contains(file.type());
    return (shown ? "inline" : "attachment") + "; filename=\"" + file.name() + "\"";
  }
}
