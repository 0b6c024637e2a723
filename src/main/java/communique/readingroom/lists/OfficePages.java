package communique.readingroom.lists;

import communique.briefing.Office;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.reading.ListOffices;
import communique.readingroom.page.Pages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The pages of the offices, and the way to them. */
@Path("offices")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class OfficePages {
  static final String PATH = "/offices/";

  @Inject private ListOffices listOffices;
  @Inject private Lists lists;

  /** All offices. */
  @GET
  public Response all(@Context HttpServletRequest request) {
    return Pages.of("offices.jte", lists.offices(request), request);
  }

  /** One, with what it issued. */
  @GET
  @Path("{code}")
  public Response one(
      @PathParam("code") String code, @BeanParam Asked asked, @Context HttpServletRequest request) {
    Office office =
        listOffices.list().stream()
            .filter(each -> each.code().code().equals(code))
            .findFirst()
            .orElseThrow(
                () -> new Refusal(Reason.NOT_FOUND, "office", "must be an office here", code));
    Listed listed = lists.of(office.code(), PATH + office.code(), asked, request);
    return Pages.of("office.jte", new OfficePage(office, listed), request);
  }

  /** An office, and a part of the list of what it issued. */
  public record OfficePage(Office office, Listed listed) {}
}
