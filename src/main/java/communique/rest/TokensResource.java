package communique.rest;

import communique.access.Caller;
import communique.access.Token;
import communique.accounts.IssueToken;
import communique.accounts.ListTokens;
import communique.accounts.Page;
import communique.accounts.RevokeToken;
import communique.briefing.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Bearer tokens for machines. */
@Path("tokens")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class TokensResource {
  @Inject private Callers callers;
  @Inject private IssueToken issueToken;
  @Inject private ListTokens listTokens;
  @Inject private RevokeToken revokeToken;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response issueToken(@Context HttpServletRequest request) throws IOException {
    Caller caller = callers.of(request);
    caller.mustHaveAccount();
    var wanted = AccountsReader.token(JsonBody.small(request).object());
    IssueToken.Issued issued = issueToken.issue(caller, wanted);
    return Response.status(Response.Status.CREATED)
        .entity(AccountsJson.issued(issued))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @GET
  public Response listTokens(
      @QueryParam("account") @Nullable String account,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("20") String limit,
      @Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    Page<Token> page =
        listTokens.list(
            caller,
            account,
            after == null ? null : Identity.of(after),
            Parameters.number("limit", limit));
    String next = Addresses.next("/tokens", account, page.next(), limit);
    return Answer.to(caller, request).page(AccountsJson.tokens(page.entries(), next), next);
  }

  @DELETE
  @Path("{id}")
  public Response revokeToken(@PathParam("id") String id, @Context HttpServletRequest request) {
    revokeToken.revoke(callers.of(request), Identity.of(id));
    return Response.noContent().build();
  }
}
