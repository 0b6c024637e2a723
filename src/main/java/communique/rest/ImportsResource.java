package communique.rest;

import communique.access.Caller;
import communique.briefing.Identity;
import communique.briefing.imports.ImportForm;
import communique.briefing.imports.ImportJob;
import communique.briefing.imports.ImportNote;
import communique.briefing.imports.ImportTerms;
import communique.deposit.imports.CancelImport;
import communique.deposit.imports.GetImport;
import communique.deposit.imports.StartImport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Imports of old holdings: begun here, worked on in the background. */
@Path("imports")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ImportsResource {
  private static final int MOST_NOTES = 1000;

  @Inject private Callers callers;
  @Inject private StartImport startImport;
  @Inject private GetImport getImport;
  @Inject private CancelImport cancelImport;
  @Inject private ImportFollowers followers;

  @POST
  public Response startImport(
      @QueryParam("office") @Nullable String office,
      @QueryParam("kind") @Nullable String kind,
      @QueryParam("language") @Nullable String language,
      @QueryParam("source") List<String> sources,
      @Context HttpServletRequest request)
      throws IOException {
    Caller caller = callers.of(request);
    caller.mustHaveAccount();
    ImportForm form = ImportParameters.form(request);
    ImportTerms terms = ImportParameters.terms(office, kind, language, sources);
    UUID file = startImport.receive(caller, terms, request.getInputStream());
    ImportJob job = startImport.start(caller, terms, form, file);
    return Response.accepted(ImportsJson.job(job))
        .header(HttpHeaders.LOCATION, ImportsJson.address(job))
        .header(HttpHeaders.CACHE_CONTROL, Answer.PRIVATE)
        .build();
  }

  @GET
  @Path("{id}")
  public Response getImport(@PathParam("id") String id, @Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    return answer(getImport.get(caller, Identity.of(id)));
  }

  @DELETE
  @Path("{id}")
  public Response cancelImport(@PathParam("id") String id, @Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    return answer(cancelImport.cancel(caller, Identity.of(id)));
  }

  @GET
  @Path("{id}/report")
  public Response getImportReport(
      @PathParam("id") String id,
      @QueryParam("after") @DefaultValue("0.0") String after,
      @QueryParam("limit") @DefaultValue("100") String limit,
      @Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    UUID job = Identity.of(id);
    ImportParameters.Place place = ImportParameters.place(after);
    int most = ImportParameters.limit(limit, MOST_NOTES);
    List<ImportNote> notes = getImport.report(caller, job, place.line(), place.within(), most);
    return Answer.to(caller, request)
        .page(ImportsJson.report(notes), ImportsJson.next(job, notes, most));
  }

  @GET
  @Path("{id}/events")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void followImport(
      @PathParam("id") String id,
      @Context HttpServletRequest request,
      @Context HttpServletResponse response,
      @Context SseEventSink sink,
      @Context Sse events) {
    Caller caller = callers.of(request);
    UUID job = Identity.of(id);
    getImport.get(caller, job);
    EventStreams.begin(request, response);
    followers.add(sink, events, () -> getImport.get(caller, job));
  }

  private static Response answer(ImportJob job) {
    return Response.ok(ImportsJson.job(job))
        .header(HttpHeaders.CACHE_CONTROL, Answer.PRIVATE)
        .build();
  }
}
