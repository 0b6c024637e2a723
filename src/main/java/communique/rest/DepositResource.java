package communique.rest;

import communique.access.Caller;
import communique.briefing.Identity;
import communique.briefing.LanguageTag;
import communique.briefing.Reason;
import communique.briefing.Receipt;
import communique.briefing.Refusal;
import communique.deposit.AddEdition;
import communique.deposit.Base;
import communique.deposit.CorrectBriefing;
import communique.deposit.DepositBriefing;
import communique.deposit.SubmissionReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;

/** Handing over: briefings, further editions, corrections. */
@Path("briefings")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class DepositResource {
  // Kept: each static call of Json looks its provider up anew.
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  @Inject private Callers callers;
  @Inject private DepositBriefing depositBriefing;
  @Inject private AddEdition addEdition;
  @Inject private CorrectBriefing correctBriefing;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response depositBriefing(@Context HttpServletRequest request) throws IOException {
    Caller caller = callers.of(request);
    caller.mustHaveAccount();
    JsonBody body = JsonBody.of(request);
    Receipt receipt =
        depositBriefing.deposit(
            caller, SubmissionReader.briefing(keyed(body.object(), request), body.original()));
    return created(receipt);
  }

  @POST
  @Path("{id}/editions")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response addEdition(@PathParam("id") String id, @Context HttpServletRequest request)
      throws IOException {
    Caller caller = callers.of(request);
    caller.mustHaveAccount();
    JsonBody body = JsonBody.of(request);
    Receipt receipt =
        addEdition.add(
            caller,
            Identity.of(id),
            SubmissionReader.edition(keyed(body.object(), request), body.original()));
    return created(receipt);
  }

  @PUT
  @Path("{id}/{language}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response correctBriefing(
      @PathParam("id") String id,
      @PathParam("language") String language,
      @Context HttpServletRequest request)
      throws IOException {
    Caller caller = callers.of(request);
    caller.mustHaveAccount();
    UUID briefing = Identity.of(id);
    LanguageTag tag = new LanguageTag(language);
    Base base = new Base.WithDigest(Preconditions.seen(request));
    JsonBody body = JsonBody.of(request);
    Receipt receipt =
        correctBriefing.correct(
            caller,
            briefing,
            SubmissionReader.correction(keyed(body.object(), request), base, tag, body.original()));
    // Without a validator (RFC 9110, 9.3.4): what is kept are other bytes than those that came.
    return answer(Response.ok(), receipt).build();
  }

  // The header is another place for the depositor's own reference; they must not disagree.
  private static JsonObject keyed(JsonObject body, HttpServletRequest request) {
    String key = request.getHeader("Idempotency-Key");
    if (key == null) {
      return body;
    }
    String reference = key.matches("\".*\"") ? key.substring(1, key.length() - 1) : key;
    if (body.containsKey("depositorReference")
        && !body.getString("depositorReference", "").equals(reference)) {
      throw new Refusal(
          Reason.BAD_FORMAT,
          "Idempotency-Key",
          "must be the depositorReference, when both are given",
          key);
    }
    return JSON.createObjectBuilder(body).add("depositorReference", reference).build();
  }

  private static Response created(Receipt receipt) {
    return answer(
            Response.status(Response.Status.CREATED)
                // As it is: the builder's own way would put the root before it once more.
                .header(
                    HttpHeaders.LOCATION, Addresses.edition(receipt.briefing(), receipt.language()))
                // Of the version: what a correction must name in If-Match.
                .header(HttpHeaders.ETAG, "\"" + receipt.digest() + "\""),
            receipt)
        .build();
  }

  private static Response.ResponseBuilder answer(Response.ResponseBuilder answer, Receipt receipt) {
    return answer
        .entity(ReceiptJson.write(receipt))
        .header(HttpHeaders.CACHE_CONTROL, Answer.PRIVATE);
  }
}
