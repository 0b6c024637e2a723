package communique.rest;

import communique.access.Action;
import communique.access.Caller;
import communique.briefing.Digest;
import communique.briefing.MediaFile;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Upload;
import communique.deposit.AttachMedia;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Takes media files in, one a request: its body is the file. */
@Path("media")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class MediaUploads {
  @Inject private Callers callers;
  @Inject private AttachMedia attachMedia;

  @POST
  public Response attachMedia(
      @HeaderParam("Repr-Digest") @Nullable String reprDigest,
      @HeaderParam("Content-Digest") @Nullable String contentDigest,
      @Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    caller.mustBeAbleTo(Action.DEPOSIT);
    mustFit(request.getContentLengthLong());
    String type = declaredType(request);
    // No content coding is taken, so the body and the file are the same bytes.
    Digest expected =
        reprDigest != null
            ? DigestField.sha256("Repr-Digest", reprDigest)
            : DigestField.sha256("Content-Digest", contentDigest);
    AttachMedia.Outcome outcome =
        attachMedia.attach(caller, new Upload(type, expected, request::getInputStream));
    return Response.status(outcome.fresh() ? Response.Status.CREATED : Response.Status.OK)
        .header(HttpHeaders.LOCATION, Addresses.media(outcome.file().sha256()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(json(outcome.file()))
        .build();
  }

  /** The file in short, as {@code media.schema.json} says. */
  static byte[] json(MediaFile file) {
    return Json.bytes(
        json -> {
          json.writeStartObject();
          json.write("sha256", file.sha256().hex());
          json.write("type", file.type());
          json.write("size", file.size());
          if (file.width() != null && file.height() != null) {
            json.write("width", file.width());
            json.write("height", file.height());
          }
          json.writeEnd();
        });
  }

  private static String declaredType(HttpServletRequest request) {
    String coding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    if (coding != null && !coding.equals("identity")) {
      throw new Refusal(
          Reason.UNKNOWN_VALUE, HttpHeaders.CONTENT_ENCODING, "must be absent", coding);
    }
    String type = request.getContentType();
    if (type == null) {
      throw new Refusal(
          Reason.MISSING, HttpHeaders.CONTENT_TYPE, "must be the media type of the file", "");
    }
    return type;
  }

  // Told before the first byte is read.
  private static void mustFit(long announced) {
    if (announced > AttachMedia.LARGEST) {
      throw new Refusal(
          Reason.TOO_LARGE,
          "content",
          "must have at most " + AttachMedia.LARGEST + " bytes",
          Long.toString(announced));
    }
  }
}
