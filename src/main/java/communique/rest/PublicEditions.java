package communique.rest;

import communique.access.Caller;
import communique.briefing.EditionId;
import communique.briefing.Identity;
import communique.briefing.LanguageTag;
import communique.briefing.Refusal;
import communique.export.Format;
import communique.reading.GetEdition;
import communique.reading.SeenEdition;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Answers what is asked most, before JAX-RS is: anybody's plain request for the text of an edition
 * as it is now. All else passes on to {@link BriefingsResource}, which would give the same answer
 * at more than twice the cost.
 */
@WebFilter(RestApplication.ROOT + "/briefings/*")
public class PublicEditions implements Filter {
  private static final int ID_LENGTH = 36;
  private static final String FOLDER = RestApplication.ROOT + "/briefings/";

  @Inject private GetEdition getEdition;

  @Override
  public void doFilter(ServletRequest asked, ServletResponse answer, FilterChain chain)
      throws IOException, ServletException {
    if (!isAnswered((HttpServletRequest) asked, (HttpServletResponse) answer)) {
      chain.doFilter(asked, answer);
    }
  }

  private boolean isAnswered(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      EditionId edition = isPlain(request) ? edition(request.getRequestURI()) : null;
      SeenEdition seen = edition == null ? null : getEdition.find(edition).orElse(null);
      if (edition == null || seen == null) {
        return false;
      }
      Answer.to(Caller.ANONYMOUS, request).send(seen, edition, response);
      return true;
    } catch (Refusal refusal) {
      // The resource is refused as well, and tells why.
      return false;
    }
  }

  private static boolean isPlain(HttpServletRequest request) {
    return request.getMethod().equals("GET")
        && request.getQueryString() == null
        && request.getHeader(HttpHeaders.AUTHORIZATION) == null
        && request.getHeader(Mementos.WANTED) == null
        && request.getUserPrincipal() == null
        && Negotiation.liked(request) == Format.JSON;
  }

  private static @Nullable EditionId edition(String path) {
    int language = FOLDER.length() + ID_LENGTH + 1;
    if (path.length() <= language
        || !path.startsWith(FOLDER)
        || path.charAt(language - 1) != '/'
        || path.indexOf('/', language) >= 0) {
      return null;
    }
    return new EditionId(
        Identity.of(path.substring(FOLDER.length(), language - 1)),
        new LanguageTag(path.substring(language)));
  }
}
