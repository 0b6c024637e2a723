package communique.export;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import java.net.URI;
import java.util.regex.Pattern;

/** Where the archive is: on the server, and in the way, in which a client reached it. */
public final class Base {
  /** Names of hosts and addresses as they are in use, of what RFC 3986, section 3.2.2, allows. */
  private static final Pattern SERVER =
      Pattern.compile(
          "https?://([A-Za-z0-9_~-]+(\\.[A-Za-z0-9_~-]+)*\\.?|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");

  private Base() {}

  /**
   * The root of the server, without a slash at its end.
   *
   * @param url that was asked for, in full and without its query
   * @param path of it, as it was sent
   * @throws Refusal BAD_FORMAT when the client names no server that could be one
   */
  public static URI of(CharSequence url, String path) {
    String root = url.subSequence(0, Math.max(0, url.length() - path.length())).toString();
    if (!SERVER.matcher(root).matches()) {
      throw new Refusal(Reason.BAD_FORMAT, "Host", "must be the name of a server", root);
    }
    return URI.create(root);
  }
}
