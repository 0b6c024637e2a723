package communique.readingroom;

import communique.briefing.Digest;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.readingroom.page.Pages;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The few files that the pages need; a closed list, so that no name from outside is a path. */
@Path("assets")
public class Assets {
  private static final Map<String, String> TYPES =
      Map.of("communique.css", "text/css;charset=UTF-8", "icon.svg", "image/svg+xml");

  @GET
  @Path("{name}")
  public Response get(
      @PathParam("name") String name,
      @Context ServletContext application,
      @Context HttpServletRequest request)
      throws IOException {
    String type = TYPES.get(name);
    if (type == null) {
      throw new Refusal(Reason.NOT_FOUND, "name", "must be a file of the pages", name);
    }
    try (InputStream in = application.getResourceAsStream("/assets/" + name)) {
      byte[] file = in.readAllBytes();
      EntityTag tag = new EntityTag(Digest.of(file).hex());
      return (Pages.has(request, tag) ? Response.notModified() : Response.ok(file, type))
          .tag(tag)
          .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
          .header("X-Content-Type-Options", "nosniff")
          .build();
    }
  }
}
