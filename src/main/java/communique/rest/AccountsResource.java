package communique.rest;

import communique.access.Account;
import communique.access.Caller;
import communique.access.Role;
import communique.accounts.ListAccounts;
import communique.accounts.Page;
import communique.accounts.PutAccount;
import communique.briefing.Coded;
import communique.briefing.OfficeCode;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The accounts, for their administrators. */
@Path("accounts")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AccountsResource {
  private static final Set<String> FIELDS = Set.of("role", "offices", "closed", "password");

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
  public Response putAccount(
      @PathParam("name") String name, InputStream body, @Context HttpServletRequest request)
      throws IOException {
    Caller caller = callers.of(request);
    caller.mustAdminister();
    RequestJson json = RequestJson.read(body, FIELDS);
    List<String> offices = json.texts("offices");
    Account account =
        new Account(
            name,
            Coded.of(Role.class, "role", json.text("role")),
            offices == null
                ? Set.of()
                : offices.stream().map(OfficeCode::new).collect(Collectors.toSet()),
            json.flag("closed"));
    Account put = putAccount.put(caller, account, json.optionalText("password"));
    return Answer.to(caller, request).json(AccountsJson.account(put));
  }
}
