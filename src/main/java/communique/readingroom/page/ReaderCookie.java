package communique.readingroom.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a reader's browser keeps for the room. It has one over HTTP and another over HTTPS: browsers
 * tell no ports apart, and from HTTP would not put another in the place of one that is for HTTPS
 * only.
 *
 * @param name of the one over HTTP
 */
record ReaderCookie(String name) {
  /** By such a name a browser takes it from its own host over HTTPS only (RFC 6265bis, 4.1.3.2). */
  private static final String HOST_ONLY = "__Host-";

  /** What it says in a request; empty when there is none. */
  Optional<String> of(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return Stream.ofNullable(cookies)
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(name(request.isSecure())))
        .findFirst()
        .map(Cookie::getValue);
  }

  /**
   * The same with another value.
   *
   * @param kept for how long; not at all, and none any more, when it is zero
   */
  NewCookie with(String value, Duration kept, HttpServletRequest request) {
    return new NewCookie.Builder(name(request.isSecure()))
        .value(value)
        .path("/")
        .maxAge((int) kept.toSeconds())
        .sameSite(NewCookie.SameSite.LAX)
        .secure(request.isSecure())
        .httpOnly(true)
        .build();
  }

  private String name(boolean secure) {
    return secure ? HOST_ONLY + name : name;
  }
}
