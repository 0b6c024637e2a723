package communique.readingroom.lists;

import communique.readingroom.page.Pages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The first page: what was issued last. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class NewestBriefings {
  @Inject private Lists lists;

  @GET
  public Response newest(@BeanParam Asked asked, @Context HttpServletRequest request) {
    return Pages.of("newest.jte", lists.all("/", asked, request), request);
  }
}
