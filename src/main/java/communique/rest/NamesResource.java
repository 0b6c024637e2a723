package communique.rest;

import communique.access.Caller;
import communique.briefing.Identity;
import communique.briefing.LanguageTag;
import communique.reading.ListNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Who is named in an edition. */
@Path("briefings")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class NamesResource {
  @Inject private Callers callers;
  @Inject private ListNames listNames;

  @GET
  @Path("{id}/{language}/names")
  public Response listNames(
      @PathParam("id") String id,
      @PathParam("language") String language,
      @Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    List<ListNames.Spelled> names =
        listNames.list(caller, Identity.of(id), new LanguageTag(language));
    return Answer.to(caller, request).json(document(names));
  }

  private static byte[] document(List<ListNames.Spelled> names) {
    return Json.bytes(
        json -> {
          json.writeStartObject().writeStartArray("names");
          names.forEach(name -> name(json, name));
          json.writeEnd().writeEnd();
        });
  }

  private static void name(JsonGenerator json, ListNames.Spelled name) {
    json.writeStartObject()
        .write("text", name.text())
        .write("count", name.count())
        .writeStartArray("authorities");
    name.authorities().forEach(who -> json.write(Addresses.authority(who)));
    json.writeEnd().writeEnd();
  }
}
