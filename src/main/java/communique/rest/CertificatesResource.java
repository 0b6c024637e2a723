package communique.rest;

import communique.access.Caller;
import communique.access.Certificate;
import communique.accounts.ListCertificates;
import communique.accounts.Page;
import communique.accounts.RegisterCertificate;
import communique.accounts.RevokeCertificate;
import communique.briefing.Digest;
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

/** Certificates that stand for accounts, for administrators. */
@Path("certificates")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class CertificatesResource {
  @Inject private Callers callers;
  @Inject private RegisterCertificate registerCertificate;
  @Inject private ListCertificates listCertificates;
  @Inject private RevokeCertificate revokeCertificate;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response registerCertificate(@Context HttpServletRequest request) throws IOException {
    Caller caller = callers.of(request);
    caller.mustAdminister();
    var wanted = AccountsReader.certificate(JsonBody.small(request).object());
    Certificate certificate =
        registerCertificate.register(caller, wanted.account(), wanted.certificate());
    return Response.status(Response.Status.CREATED)
        .entity(CertificatesJson.certificate(certificate))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @GET
  public Response listCertificates(
      @QueryParam("account") @Nullable String account,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("20") String limit,
      @Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    Page<Certificate> page =
        listCertificates.list(
            caller,
            account,
            after == null ? null : new Digest(after),
            Parameters.number("limit", limit));
    String next = Addresses.next("/certificates", account, page.next(), limit);
    return Answer.to(caller, request).page(CertificatesJson.page(page.entries(), next), next);
  }

  @DELETE
  @Path("{fingerprint}")
  public Response revokeCertificate(
      @PathParam("fingerprint") String fingerprint, @Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    caller.mustAdminister();
    revokeCertificate.revoke(caller, new Digest(fingerprint));
    return Response.noContent().build();
  }
}
