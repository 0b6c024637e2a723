package communique.readingroom;

import communique.readingroom.page.ErrorPage;
import communique.readingroom.page.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Tells on a page what the framework refuses: unknown paths, other methods. */
@Provider
public class MistakePages implements ExceptionMapper<WebApplicationException> {
  @Context private HttpServletRequest request;

  @Override
  public Response toResponse(WebApplicationException mistake) {
    Response response = mistake.getResponse();
    int status = response.getStatus();
    if (status < 400) {
      return response;
    }
    Response page = Pages.error(status, ErrorPage.of(sort(status)), request);
    String allow = response.getHeaderString("Allow");
    return allow == null ? page : Response.fromResponse(page).header("Allow", allow).build();
  }

  private static String sort(int status) {
    return switch (status) {
      case 404 -> "absent";
      case 405 -> "method";
      case 406, 415 -> "format";
      default -> "invalid";
    };
  }
}
