package communique.soap.security;

import communique.access.NameToken;
import communique.briefing.Refusal;
import java.util.Base64;
import java.util.Set;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Reads a UsernameToken (OASIS WS-Security UsernameToken Profile 1.1.1). What older clients leave
 * out is taken as the profile has it: a password without a type is text, a nonce without an
 * encoding is base64.
 */
final class UsernameTokens {
  private static final Set<QName> UNDERSTOOD =
      Set.of(
          new QName(Names.WSSE, "Username"),
          new QName(Names.WSSE, "Password"),
          new QName(Names.WSSE, "Nonce"),
          new QName(Names.WSU, "Created"));

  private final Window window;

  UsernameTokens(Window window) {
    this.window = window;
  }

  /**
   * What it says.
   *
   * @throws Refusal NOT_AUTHENTICATED when it has no name or password, is out of its time, or has
   *     what is not understood
   */
  NameToken read(Element token) {
    for (QName part : Elements.names(token)) {
      if (!UNDERSTOOD.contains(part)) {
        throw rejected("must have Username, Password, Nonce and Created at most");
      }
    }
    String name = text(SecurityHeader.only(token, Names.WSSE, "Username"));
    Element password = SecurityHeader.only(token, Names.WSSE, "Password");
    String nonce = nonce(SecurityHeader.only(token, Names.WSSE, "Nonce"));
    String created = text(SecurityHeader.only(token, Names.WSU, "Created"));
    if (name.isEmpty() || password == null) {
      throw rejected("must have a name and a password");
    }
    if (!created.isEmpty()) {
      window.created("UsernameToken.Created", created);
    }
    boolean digest = isDigest(Elements.attribute(password, "Type"));
    if (digest && (nonce.isEmpty() || created.isEmpty())) {
      throw rejected("must have a Nonce and a time of creation with a PasswordDigest");
    }
    return new NameToken(name, secret(password, digest), digest, nonce, created);
  }

  // A password may begin or end with a space.
  private static String secret(Element password, boolean digest) {
    String text = SecurityHeader.text(password);
    return digest ? text : password.getTextContent();
  }

  private static boolean isDigest(String type) {
    if (type.equals(Names.PASSWORD_DIGEST)) {
      return true;
    }
    if (type.isEmpty() || type.equals(Names.PASSWORD_TEXT)) {
      return false;
    }
    throw Rejected.because(
        "UsernameToken.Password", "must be a PasswordText or a PasswordDigest", type);
  }

  private static String nonce(@Nullable Element nonce) {
    String encoding = nonce == null ? "" : Elements.attribute(nonce, "EncodingType");
    if (!encoding.isEmpty() && !encoding.equals(Names.BASE64)) {
      throw Rejected.because("UsernameToken.Nonce", "must be in base64", encoding);
    }
    return nonce == null ? "" : normal(SecurityHeader.text(nonce));
  }

  // One nonce has one spelling, or it could be used once in each.
  private static String normal(String base64) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(base64);
      if (bytes.length > 0) {
        return Base64.getEncoder().encodeToString(bytes);
      }
    } catch (IllegalArgumentException e) {
      throw Rejected.because("UsernameToken.Nonce", "must be in base64", "", e);
    }
    throw Rejected.because("UsernameToken.Nonce", "must be in base64, and not empty", "");
  }

  private static String text(@Nullable Element element) {
    return element == null ? "" : SecurityHeader.text(element);
  }

  private static Refusal rejected(String rule) {
    return Rejected.because("UsernameToken", rule, "");
  }
}
