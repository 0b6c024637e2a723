package communique.rest;

import communique.access.Caller;
import communique.access.TokenSecret;
import communique.accounts.IssueDigestSecret;
import communique.accounts.RevokeDigestSecret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/** Secrets for PasswordDigest, for administrators. */
@Path("digest-secrets")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class DigestSecretsResource {
  @Inject private Callers callers;
  @Inject private IssueDigestSecret issueDigestSecret;
  @Inject private RevokeDigestSecret revokeDigestSecret;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response issueDigestSecret(@Context HttpServletRequest request) throws IOException {
    Caller caller = callers.of(request);
    caller.mustAdminister();
    String account = AccountsReader.owner(JsonBody.small(request).object());
    TokenSecret secret = issueDigestSecret.issue(caller, account);
    return Response.status(Response.Status.CREATED)
        .entity(CertificatesJson.digestSecret(account, secret))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @DELETE
  @Path("{name}")
  public Response revokeDigestSecret(
      @PathParam("name") String name, @Context HttpServletRequest request) {
    revokeDigestSecret.revoke(callers.of(request), name);
    return Response.noContent().build();
  }
}
