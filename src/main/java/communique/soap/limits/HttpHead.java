package communique.soap.limits;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the HTTP header of a message says about its body: its type must be one of SOAP's, which no
 * form of a web page can send; it must not be compressed; and its encoding, where it is told, must
 * be one in which a gateway can read the markup.
 */
public final class HttpHead {
  private static final Set<String> TYPES =
      Set.of("text/xml", "application/xml", "application/soap+xml", "multipart/related");
  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*[\"']?([^\\s\"';]*)", Pattern.CASE_INSENSITIVE);
  private static final Pattern UNREADABLE = Pattern.compile("; unreadable=\"([^\"]*)\"");
  private static final String MARKUP = "<?xml version='1.0'?><a:b-c_d e=\"f\">&#38;;</a:b-c_d>";

  private HttpHead() {}

  /**
   * Lets pass what the services can read.
   *
   * @param contentType as {@link #spelled} has it
   * @param contentEncoding as it came; null when none did
   * @throws Refusal otherwise
   */
  public static void mustBeReadable(
      @Nullable String contentType, @Nullable String contentEncoding) {
    String type = type(contentType);
    if (!TYPES.contains(type)) {
      throw new Refusal(
          Reason.MALFORMED,
          "",
          "must have the Content-Type text/xml (SOAP 1.1), application/soap+xml (SOAP 1.2) or"
              + " multipart/related (MTOM)",
          type);
    }
    if (contentEncoding != null && !contentEncoding.strip().equalsIgnoreCase("identity")) {
      throw new Refusal(
          Reason.MALFORMED, "", "must not be compressed (Content-Encoding)", contentEncoding);
    }
    Matcher unreadable = UNREADABLE.matcher(contentType);
    if (unreadable.find()) {
      throw unreadable(unreadable.group(1));
    }
  }

  /**
   * A content type, which need not be there, without an encoding that cannot be read: CXF fails at
   * it before it could be refused.
   */
  public static @Nullable String spelled(@Nullable String contentType) {
    Matcher charset = CHARSET.matcher(contentType == null ? "" : contentType);
    return charset.find() && !isReadable(charset.group(1))
        ? charset.replaceFirst("; unreadable=\"$1\"")
        : contentType;
  }

  /** Whether a body in this encoding, which need not exist, can be read. */
  static boolean isReadable(String encoding) {
    try {
      Charset charset = Charset.forName(encoding);
      return charset.name().startsWith("UTF-")
          || (charset.canEncode()
              && Arrays.equals(
                  MARKUP.getBytes(charset), MARKUP.getBytes(StandardCharsets.US_ASCII)));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return false;
    }
  }

  static Refusal unreadable(String encoding) {
    return new Refusal(
        Reason.MALFORMED,
        "",
        "must be in UTF-8, UTF-16 or another encoding that has ASCII in it",
        encoding);
  }

  private static String type(@Nullable String contentType) {
    return contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }
}
