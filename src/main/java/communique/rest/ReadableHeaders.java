package communique.rest;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Refuses headers of media types and languages that cannot be read, by their names. JAX-RS would
 * either not begin with the request, and tell so in words of its own, or fail in the midst of it.
 */
@WebFilter(urlPatterns = RestApplication.ROOT + "/*", asyncSupported = true)
public class ReadableHeaders implements Filter {
  /** A weight (RFC 9110, 12.4.2), be it with more digits, or as old clients write it: .2. */
  private static final String WEIGHT = "[01]|0?\\.[0-9]{1,9}|[01]\\.0{0,9}|0\\.[0-9]{0,9}";

  private static final Pattern GIVEN_WEIGHT =
      Pattern.compile(";\\s*q\\s*=([^;]*)", Pattern.CASE_INSENSITIVE);

  @Override
  public void doFilter(ServletRequest asked, ServletResponse answer, FilterChain chain)
      throws IOException, ServletException {
    try {
      HttpServletRequest request = (HttpServletRequest) asked;
      check(request, HttpHeaders.ACCEPT, "be media types", ReadableHeaders::areMediaTypes);
      check(request, HttpHeaders.CONTENT_TYPE, "be a media type", ReadableHeaders::isMediaType);
      check(request, HttpHeaders.ACCEPT_LANGUAGE, "be languages", ReadableHeaders::haveWeights);
    } catch (Refusal refusal) {
      refuse(refusal, (HttpServletResponse) answer);
      return;
    }
    chain.doFilter(asked, answer);
  }

  private static void check(
      HttpServletRequest request, String header, String rule, Predicate<String> readable) {
    for (String line : Collections.list(request.getHeaders(header))) {
      if (!readable.test(line)) {
        throw new Refusal(
            Reason.BAD_FORMAT,
            header,
            "must " + rule + " as in RFC 9110, each with a weight of 0 to 1 if with any",
            line);
      }
    }
  }

  // Parted as JAX-RS does, whatever is quoted.
  private static boolean areMediaTypes(String line) {
    return Arrays.stream(line.split(",", -1)).allMatch(ReadableHeaders::isMediaType);
  }

  private static boolean isMediaType(String text) {
    if (text.isBlank()) {
      return true;
    }
    try {
      MediaType.valueOf(text.strip());
      return haveWeights(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean haveWeights(String line) {
    return Arrays.stream(line.split(",", -1))
        .flatMap(part -> GIVEN_WEIGHT.matcher(part).results())
        .allMatch(weight -> weight.group(1).strip().matches(WEIGHT));
  }

  private static void refuse(Refusal refusal, HttpServletResponse response) throws IOException {
    Problem problem = Refusals.problem(refusal);
    response.setStatus(problem.status());
    response.setContentType(Problem.TYPE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, Problem.KEEPING);
    response.setHeader(SafeHeaders.NAME, SafeHeaders.VALUE);
    response.getOutputStream().write(problem.bytes());
  }
}
