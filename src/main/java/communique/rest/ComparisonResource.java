package communique.rest;

import communique.access.Caller;
import communique.briefing.Identity;
import communique.briefing.LanguageTag;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.reading.CompareVersions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How versions of a briefing differ. */
@Path("briefings")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ComparisonResource {
  @Inject private Callers callers;
  @Inject private CompareVersions compareVersions;

  @GET
  @Path("{id}/compare")
  public Response compareVersions(
      @PathParam("id") String id,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    UUID briefing = Identity.of(id);
    CompareVersions.Choice one = choice("from", from);
    CompareVersions.Choice other = choice("to", to);
    return Answer.to(caller, request)
        .json(
            ComparisonJson.write(briefing, compareVersions.compare(caller, briefing, one, other)));
  }

  /** Reads {@code de/2}, or {@code de} for the current version. */
  private static CompareVersions.Choice choice(String field, @Nullable String text) {
    if (text == null || text.isEmpty()) {
      throw new Refusal(Reason.MISSING, field, "must be a language, or one and a number: de/2", "");
    }
    String[] parts = text.split("/", 2);
    return Refusal.within(
        field,
        () ->
            new CompareVersions.Choice(
                new LanguageTag(parts[0]),
                parts.length == 1 ? null : Parameters.number("version", parts[1])));
  }
}
