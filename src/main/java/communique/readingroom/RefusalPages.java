package communique.readingroom;

import communique.access.Caller;
import communique.briefing.Notice;
import communique.briefing.Office;
import communique.briefing.OfficeCode;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.reading.GetBriefing;
import communique.reading.ListOffices;
import communique.readingroom.page.EditionLink;
import communique.readingroom.page.ErrorPage;
import communique.readingroom.page.OfficeNames;
import communique.readingroom.page.Pages;
import communique.readingroom.page.Preference;
import communique.readingroom.page.Problem;
import communique.readingroom.page.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.stream.Collectors;

/** Tells refusals on a page. */
@Provider
@ApplicationScoped
public class RefusalPages implements ExceptionMapper<Refusal> {
  private static final String SECONDS_TO_WAIT = "5";
  private static final String SECONDS_AFTER_TOO_MANY = "300";

  @Inject private ListOffices listOffices;
  @Inject private GetBriefing getBriefing;
  @Context private HttpServletRequest request;

  @Override
  public Response toResponse(Refusal refusal) {
    return switch (refusal.reason().kind()) {
      case INVALID -> error(400, ErrorPage.of("invalid", detail(refusal)));
      case TOO_LARGE -> error(413, ErrorPage.of("tooLarge", detail(refusal)));
      case CONFLICT -> error(409, ErrorPage.of("conflict", detail(refusal)));
      case PRECONDITION ->
          error(
              refusal.reason() == Reason.PRECONDITION_MISSING ? 428 : 412,
              ErrorPage.of("conflict", detail(refusal)));
      // One page for what is absent and what this reader may not see.
      case NOT_FOUND, FORBIDDEN -> error(404, ErrorPage.of("absent"));
      case WITHDRAWN -> error(410, gone(refusal));
      case TOO_MANY -> tooMany();
      case UNAVAILABLE -> unavailable(refusal.reason());
    };
  }

  private Response error(int status, ErrorPage page) {
    return Pages.error(status, page, request);
  }

  private Response tooMany() {
    return Response.fromResponse(error(429, ErrorPage.of("tooMany")))
        .header(HttpHeaders.RETRY_AFTER, SECONDS_AFTER_TOO_MANY)
        .build();
  }

  private Response unavailable(Reason reason) {
    String sort = reason == Reason.SEARCH_UNAVAILABLE ? "searchAway" : "recordAway";
    return Response.fromResponse(error(503, ErrorPage.of(sort)))
        .header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT)
        .build();
  }

  private ErrorPage gone(Refusal refusal) {
    Notice notice = refusal.notice();
    return notice == null
        ? ErrorPage.of("withdrawn")
        : ErrorPage.of(notice, name(notice.office()), remaining(notice));
  }

  private List<EditionLink> remaining(Notice notice) {
    try {
      return EditionLink.all(getBriefing.get(Caller.ANONYMOUS, notice.briefing()));
    } catch (Refusal gone) {
      // The whole briefing is, or the database since it told the notice.
      return List.of();
    }
  }

  private Office.Name name(OfficeCode office) {
    try {
      Words words = Words.likedBy(Preference.of(request));
      return new OfficeNames(listOffices.list(), words).here(office);
    } catch (Refusal away) {
      // The database went since it told the notice; the reader still gets that.
      return new Office.Name(office.code(), null);
    }
  }

  private String detail(Refusal refusal) {
    return Problem.of(refusal, Words.likedBy(Preference.of(request))).stream()
        .map(Problem::text)
        .collect(Collectors.joining(" "));
  }
}
