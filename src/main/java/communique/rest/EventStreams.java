package communique.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What all streams of server-sent events have in common. */
final class EventStreams {
  private static final String NOT_KEPT = "no-store";

  private EventStreams() {}

  /**
   * Begins a stream: nobody may keep it. To a HEAD it answers with the head alone, for who sends
   * one reads nothing, and that it has gone would never be noticed.
   *
   * @throws WebApplicationException with the answer to a HEAD
   */
  static void begin(HttpServletRequest request, HttpServletResponse response) {
    if (request.getMethod().equals(HttpMethod.HEAD)) {
      throw new WebApplicationException(
          Response.ok()
              .type(MediaType.SERVER_SENT_EVENTS_TYPE)
              .header(HttpHeaders.CACHE_CONTROL, NOT_KEPT)
              .build());
    }
    response.setHeader(HttpHeaders.CACHE_CONTROL, NOT_KEPT);
  }
}
