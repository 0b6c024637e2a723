package communique.rest;

import communique.access.Caller;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/** The JSON Schemas of this contract, to which the OpenAPI document points. */
@Path("schemas")
@ApplicationScoped
public class SchemasResource {
  /** No name from outside becomes a path. */
  private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*[.]schema[.]json");

  @GET
  @Path("{name}")
  @Produces("application/schema+json")
  public Response getSchema(@PathParam("name") String name, @Context HttpServletRequest request)
      throws IOException {
    if (!NAME.matcher(name).matches()) {
      throw unknown(name);
    }
    try (InputStream schema = SchemasResource.class.getResourceAsStream("/schemas/rest/" + name)) {
      if (schema == null) {
        throw unknown(name);
      }
      return Answer.to(Caller.ANONYMOUS, request).json(schema.readAllBytes());
    }
  }

  private static Refusal unknown(String name) {
    return new Refusal(Reason.NOT_FOUND, "name", "must be a schema of this contract", name);
  }
}
