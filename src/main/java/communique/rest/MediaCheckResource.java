package communique.rest;

import communique.access.Caller;
import communique.briefing.MediaCheck;
import communique.preservation.GetMediaCheck;
import communique.preservation.ScrubMedia;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The check of all media files, for those who keep the archive. */
@Path("media-check")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class MediaCheckResource {
  @Inject private Callers callers;
  @Inject private ScrubMedia scrubMedia;
  @Inject private GetMediaCheck getMediaCheck;

  @POST
  public Response scrubMedia(@Context HttpServletRequest request) {
    scrubMedia.ask(callers.of(request));
    return Response.accepted()
        .header(HttpHeaders.LOCATION, RestApplication.ROOT + "/media-check")
        .build();
  }

  @GET
  public Response getMediaCheck(@Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    return Answer.to(caller, request).json(json(getMediaCheck.get(caller)));
  }

  /** The report, as {@code media-check.schema.json} says. */
  static byte[] json(MediaCheck check) {
    return Json.bytes(
        json -> {
          json.writeStartObject();
          json.write("waiting", check.waiting());
          Json.text(json, "startedAt", check.startedAt());
          Json.text(json, "finishedAt", check.finishedAt());
          json.write("files", check.files());
          json.write("bytes", check.bytes());
          json.write("faultCount", check.faultCount());
          json.writeStartArray("faults");
          check.faults().forEach(fault -> write(json, fault));
          json.writeEnd();
          json.writeEnd();
        });
  }

  private static void write(JsonGenerator json, MediaCheck.Fault fault) {
    json.writeStartObject();
    json.write("sha256", fault.sha256().hex());
    json.write("fault", fault.state().code());
    Json.text(json, "foundAt", fault.foundAt());
    json.writeEnd();
  }
}
