package communique.soap.description;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * The address at which a client asks, also where a proxy stands between. The server itself tells
 * the scheme; for the host it vouches in its own way: of a proxy that is configured ({@code
 * remoteIp}), and of nobody else, it takes over {@code X-Forwarded-Host} as the remote host.
 */
public final class AskedAddress {
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9.-]+|\\[[0-9a-fA-F:.]+\\])(:[0-9]{1,5})?");

  /** What server.xml has where nothing else is set: it matches no address. */
  private static final String NO_PROXIES = "(?!)";

  private AskedAddress() {}

  /** The address without its query. */
  public static URI of(HttpServletRequest request) {
    String asked = request.getRequestURL().toString();
    Matcher told = told(request);
    if (told == null) {
      return URI.create(asked);
    }
    String port = told.group(2) == null ? port(request) : told.group(2);
    return URI.create(request.getScheme() + "://" + told.group(1) + port + request.getRequestURI());
  }

  /**
   * The address without its query, for what is served by HTTPS only.
   *
   * @param port of this server's HTTPS; of a proxy that stands between, none but the usual is known
   */
  public static URI secure(HttpServletRequest request, int port) {
    URI asked = of(request);
    if ("https".equals(asked.getScheme())) {
      return asked;
    }
    String host = asked.getRawAuthority().replaceFirst(":[0-9]+$", "");
    String own = told(request) != null || port == 443 ? "" : ":" + port;
    return URI.create("https://" + host + own + asked.getRawPath());
  }

  private static @Nullable Matcher told(HttpServletRequest request) {
    String host = request.getHeader("X-Forwarded-Host");
    String client = request.getHeader("X-Forwarded-For");
    // Before the remote host, which for clients that come without a proxy has to be looked up.
    if (host == null
        || client == null
        || !isFirst(request.getRemoteAddr(), client)
        || !hasProxies()) {
      return null;
    }
    Matcher matcher = HOST.matcher(host);
    return matcher.matches() && host.equals(request.getRemoteHost()) ? matcher : null;
  }

  /**
   * Whether an address is the first of a list, as {@code X-Forwarded-For} has them: with or without
   * a port, and then in brackets if it is one of IPv6.
   */
  static boolean isFirst(String address, String list) {
    String first = list.split(",", 2)[0].strip();
    return first.equals(address)
        || first.replaceFirst("^([0-9.]+):[0-9]{1,5}$", "$1").equals(address)
        || first.replaceFirst("\\](:[0-9]{1,5})?$", "").equals("[" + address);
  }

  private static boolean hasProxies() {
    return ConfigProvider.getConfig()
        .getOptionalValue("COMMUNIQUE_PROXIES", String.class)
        .filter(proxies -> !proxies.equals(NO_PROXIES))
        .isPresent();
  }

  private static String port(HttpServletRequest request) {
    String port = request.getHeader("X-Forwarded-Port");
    boolean vouched = port != null && port.equals(Integer.toString(request.getRemotePort()));
    boolean usual = "https".equals(request.getScheme()) ? "443".equals(port) : "80".equals(port);
    return vouched && !usual ? ":" + port : "";
  }
}
