package communique.rest;

import communique.access.Caller;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.reading.ListChanges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.jspecify.annotations.Nullable;

/** What became of the editions: page by page, or as it happens. */
@Path("changes")
@ApplicationScoped
public class ChangesResource {
  @Inject private ListChanges listChanges;
  @Inject private ChangeStreams streams;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response listChanges(
      @QueryParam("after") @DefaultValue("0") String after,
      @QueryParam("limit") @DefaultValue("100") String limit,
      @Context HttpServletRequest request) {
    int most = Parameters.number("limit", limit);
    ListChanges.Page page = listChanges.list(Parameters.position("after", after), most);
    String next = Addresses.changesAfter(page.next(), most);
    return Answer.to(Caller.ANONYMOUS, request).page(ChangesJson.page(page, next), next);
  }

  /** Sends the changes as server-sent events; the identity of each is its position. */
  @GET
  @Path("events")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void followChanges(
      @QueryParam("after") @DefaultValue("0") String after,
      @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER) @Nullable String seen,
      @Context HttpServletRequest request,
      @Context HttpServletResponse response,
      @Context SseEventSink sink,
      @Context Sse sse) {
    String reached = seen == null || seen.isEmpty() ? after : seen;
    String field = reached.equals(seen) ? HttpHeaders.LAST_EVENT_ID_HEADER : "after";
    long position = Parameters.position(field, reached);
    listChanges.mustBeReached(field, position);
    EventStreams.begin(request, response);
    if (!streams.add(sink, sse, position)) {
      throw new Refusal(
          Reason.RECORD_UNAVAILABLE,
          "",
          "no more than " + ChangeStreams.MOST + " can follow the changes",
          "");
    }
  }
}
