package communique.rest;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Tells refusals in the words of HTTP. */
@Provider
public class Refusals implements ExceptionMapper<Refusal> {
  private static final String SECONDS_TO_WAIT = "5";
  private static final String SECONDS_AFTER_TOO_MANY = "300";

  @Override
  public Response toResponse(Refusal refusal) {
    Reason reason = refusal.reason();
    Response.ResponseBuilder answer = Response.noContent();
    if (reason.kind() == Reason.Kind.UNAVAILABLE) {
      answer.header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
    }
    if (reason.kind() == Reason.Kind.TOO_MANY) {
      answer.header(HttpHeaders.RETRY_AFTER, SECONDS_AFTER_TOO_MANY);
    }
    if (reason == Reason.NOT_AUTHENTICATED) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"communique\", charset=\"UTF-8\"");
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"communique\"");
    }
    return problem(refusal).on(answer);
  }

  static Problem problem(Refusal refusal) {
    Reason reason = refusal.reason();
    String detail =
        refusal.field().isEmpty() ? refusal.rule() : refusal.field() + " " + refusal.rule();
    return new Problem(
        "urn:communique:problem:" + reason,
        title(reason.kind()),
        status(reason),
        detail,
        refusal.field(),
        refusal.rule(),
        refusal.value(),
        refusal.violations(),
        refusal.notice(),
        null);
  }

  private static int status(Reason reason) {
    return switch (reason.kind()) {
      case INVALID -> 400;
      case NOT_FOUND -> 404;
      case CONFLICT -> 409;
      case PRECONDITION -> reason == Reason.PRECONDITION_MISSING ? 428 : 412;
      case FORBIDDEN -> reason == Reason.NOT_AUTHENTICATED ? 401 : 403;
      case TOO_MANY -> 429;
      case WITHDRAWN -> 410;
      case TOO_LARGE -> 413;
      case UNAVAILABLE -> 503;
    };
  }

  private static String title(Reason.Kind kind) {
    return switch (kind) {
      case INVALID -> "The request is not valid";
      case NOT_FOUND -> "There is nothing here";
      case CONFLICT -> "The request contradicts the record";
      case PRECONDITION -> "The request was made from another state of the record";
      case FORBIDDEN -> "This is not allowed";
      case TOO_MANY -> "There were too many attempts";
      case WITHDRAWN -> "This was withdrawn";
      case TOO_LARGE -> "The request is too large";
      case UNAVAILABLE -> "This cannot be answered now";
    };
  }
}
