package communique.rest;

import communique.access.Caller;
import communique.briefing.Digest;
import communique.briefing.MediaFile;
import communique.reading.GetMedia;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Media files, whole or in part (RFC 9110, section 14). */
@Path("media")
@ApplicationScoped
public class MediaResource {
  @Inject private Callers callers;
  @Inject private GetMedia getMedia;

  @GET
  @Path("{sha256}")
  public Response getMedia(
      @PathParam("sha256") String sha256,
      @HeaderParam("Range") @Nullable String range,
      @HeaderParam("If-Range") @Nullable String ifRange,
      @Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    GetMedia.Found found = getMedia.get(caller, new Digest(sha256));
    // A part of a file that has changed would not fit what the client has (RFC 9110, 13.1.5).
    boolean fits = ifRange == null || ifRange.equals("\"" + sha256 + "\"");
    return Answer.to(caller, request)
        .file(found.file().sha256(), () -> bytes(found, fits ? range : null));
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

  private static String disposition(MediaFile file) {
    boolean shown =
        file.type().equals("application/pdf") || file.type().matches("(image|audio|video)/[^+]*");
    return (shown ? "inline" : "attachment") + "; filename=\"" + file.sha256() + "\"";
  }
}
