package communique.readingroom.lists;

import communique.readingroom.page.Pages;
import communique.readingroom.page.Preference;
import communique.readingroom.page.SubjectLink;
import communique.readingroom.page.Words;
import communique.subject.SubjectNames;
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

/** The pages of subjects (IPTC Media Topics), by their codes, such as {@code medtop:20000587}. */
@Path("subjects/{code: medtop:[0-9]+}")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class SubjectPages {
  @Inject private Lists lists;
  @Inject private SubjectNames subjects;

  /** What is about a subject. */
  @GET
  public Response about(
      @PathParam("code") String code, @BeanParam Asked asked, @Context HttpServletRequest request) {
    Words words = Words.likedBy(Preference.of(request));
    Listed listed = lists.about(code, "/subjects/" + code, asked, request);
    return Pages.of(
        "subject.jte", new SubjectPage(SubjectLink.of(code, subjects, words), listed), request);
  }

  /** A subject, and a part of the list of what is about it. */
  public record SubjectPage(SubjectLink subject, Listed listed) {}
}
