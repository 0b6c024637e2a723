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
import java.util.Set;

/** The JSON Schemas of this contract, to which the OpenAPI document points. */
@Path("schemas")
@ApplicationScoped
public class SchemasResource {
  private static final Set<String> NAMES =
      Set.of(
          "changes.schema.json",
          "account-request.schema.json",
          "account.schema.json",
          "accounts.schema.json",
          "certificate-request.schema.json",
          "certificate.schema.json",
          "certificates.schema.json",
          "comparison.schema.json",
          "correction.schema.json",
          "digest-secret-request.schema.json",
          "digest-secret.schema.json",
          "edition-submission.schema.json",
          "embargo-changed.schema.json",
          "embargo.schema.json",
          "erasure.schema.json",
          "import-line.schema.json",
          "import-report.schema.json",
          "import.schema.json",
          "issued-token.schema.json",
          "link.schema.json",
          "list.schema.json",
          "media-check.schema.json",
          "media.schema.json",
          "message-log.schema.json",
          "message-watch.schema.json",
          "notice.schema.json",
          "offices.schema.json",
          "overview.schema.json",
          "problem.schema.json",
          "recall.schema.json",
          "receipt.schema.json",
          "reinstatement.schema.json",
          "saved-search-request.schema.json",
          "saved-searches.schema.json",
          "search.schema.json",
          "similar.schema.json",
          "suggestions.schema.json",
          "submission.schema.json",
          "timemap.schema.json",
          "token-request.schema.json",
          "tokens.schema.json",
          "version.schema.json",
          "versions.schema.json",
          "withdrawal.schema.json");

  @GET
  @Path("{name}")
  @Produces("application/schema+json")
  public Response getSchema(@PathParam("name") String name, @Context HttpServletRequest request)
      throws IOException {
    // A closed list: no name from outside becomes a path.
    if (!NAMES.contains(name)) {
      throw new Refusal(Reason.NOT_FOUND, "name", "must be a schema of this contract", name);
    }
    try (InputStream schema = SchemasResource.class.getResourceAsStream("/schemas/rest/" + name)) {
      if (schema == null) {
        throw new IOException("the schema is not in the archive's own file: " + name);
      }
      return Answer.to(Caller.ANONYMOUS, request).json(schema.readAllBytes());
    }
  }
}
