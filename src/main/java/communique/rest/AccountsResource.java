package communique.rest;

import communique.access.Account;
import communique.access.Caller;
import communique.accounts.ListAccounts;
import communique.accounts.Page;
import communique.accounts.PutAccount;
import communique.briefing.IfNoneMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
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

/** The accounts, for their administrators. */
@Path("accounts")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AccountsResource {
  @Inject private Callers callers;
  @Inject private ListAccounts listAccounts;
  @Inject private PutAccount putAccount;

  @GET
  public Response listAccounts(
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("20") String limit,
      @Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    Page<Account> page = listAccounts.list(caller, after, Parameters.number("limit", limit));
    String next = Addresses.next("/accounts", null, page.next(), limit);
    return Answer.to(caller, request).page(AccountsJson.accounts(page.entries(), next), next);
  }

  @PUT
  @Path("{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response putAccount(@PathParam("name") String name, @Context HttpServletRequest request)
      throws IOException {
    Caller caller = callers.of(request);
    caller.mustAdminister();
    var wanted = AccountsReader.account(name, JsonBody.small(request).object());
    boolean onlyNew = IfNoneMatch.of(request.getHeaders(HttpHeaders.IF_NONE_MATCH)).isAny();
    boolean made = putAccount.put(caller, wanted.account(), wanted.password(), onlyNew);
    return Response.status(made ? Response.Status.CREATED : Response.Status.OK)
        .entity(AccountsJson.account(wanted.account()))
        .header(HttpHeaders.CACHE_CONTROL, Answer.PRIVATE)
        .build();
  }
}
