package communique.readingroom.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a form was sent from, as the browser tells it: by Fetch Metadata ({@code Sec-Fetch-Site}),
 * else by the origin (RFC 6454). One that tells neither is no browser in which another site could
 * act.
 *
 * @param site the relation to this site; absent when it is not told
 * @param origin of the page; absent when it is not told
 * @param referer the page itself; absent when it is not told
 * @param host this server, as it was asked
 */
public record Origin(
    @Nullable String site, @Nullable String origin, @Nullable String referer, String host) {
  private static final URI BASKET = URI.create("/basket");

  /** What a request tells. */
  public static Origin of(HttpServletRequest request) {
    String host = request.getHeader(HttpHeaders.HOST);
    return new Origin(
        request.getHeader("Sec-Fetch-Site"),
        request.getHeader("Origin"),
        request.getHeader("Referer"),
        host == null ? "" : host);
  }

  /** Whether a page of this room sent it. */
  public boolean isThisRoom() {
    return site == null
        ? origin == null || parsed(origin).filter(this::isHere).isPresent()
        : site.equals("same-origin");
  }

  /** The page to go back to; the basket, if that is not told. */
  public URI page() {
    return parsed(referer)
        .filter(this::isHere)
        .filter(page -> page.getRawPath().startsWith("/") && !page.getRawPath().startsWith("//"))
        .map(Origin::local)
        .orElse(BASKET);
  }

  private boolean isHere(URI page) {
    return host.equalsIgnoreCase(page.getRawAuthority());
  }

  private static URI local(URI page) {
    String query = page.getRawQuery();
    return URI.create(page.getRawPath() + (query == null ? "" : "?" + query));
  }

  private static Optional<URI> parsed(@Nullable String address) {
    try {
      return address == null ? Optional.empty() : Optional.of(new URI(address));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
