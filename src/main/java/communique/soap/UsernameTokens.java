package communique.soap;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import java.util.ArrayList;
import java.util.List;
import javax.xml.namespace.QName;
import org.apache.wss4j.common.cache.MemoryReplayCache;
import org.apache.wss4j.common.cache.ReplayCache;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.engine.WSSConfig;
import org.apache.wss4j.dom.engine.WSSecurityEngine;
import org.apache.wss4j.dom.engine.WSSecurityEngineResult;
import org.apache.wss4j.dom.handler.RequestData;
import org.apache.wss4j.dom.message.token.UsernameToken;
import org.apache.wss4j.dom.validate.NoOpValidator;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Reads the UsernameToken (OASIS WS-Security UsernameToken Profile 1.1.1) of a security header. A
 * nonce counts once, and a token whose time of creation is too long ago, or to come, does not
 * count; both are checked when present.
 */
final class UsernameTokens {
  static final QName SECURITY = new QName(WSConstants.WSSE_NS, "Security");

  private static final QName TIMESTAMP = new QName(WSConstants.WSU_NS, "Timestamp");

  private final WSSecurityEngine engine = new WSSecurityEngine();
  private final WSSConfig config = WSSConfig.getNewInstance();
  private final ReplayCache nonces = new MemoryReplayCache();

  UsernameTokens() {
    // Names and passwords are looked up by the caller of this class.
    config.setValidator(WSConstants.USERNAME_TOKEN, NoOpValidator.class);
    engine.setWssConfig(config);
  }

  /**
   * The name and password of the header's token; null when it has none.
   *
   * @throws Refusal when the header holds what is not understood here, a token was used before or
   *     is out of its time, or holds no plain password
   */
  Authentication.@Nullable Credentials read(Element security) {
    List<QName> parts = parts(security);
    for (QName part : parts) {
      if (!part.equals(WSConstants.USERNAME_TOKEN) && !part.equals(TIMESTAMP)) {
        throw new Refusal(
            Reason.MALFORMED,
            "Security",
            "must have a UsernameToken and a Timestamp at most",
            part.getLocalPart());
      }
    }
    return parts.contains(WSConstants.USERNAME_TOKEN) ? credentials(security) : null;
  }

  private Authentication.Credentials credentials(Element security) {
    UsernameToken token = checked(security);
    if (token.isHashed()) {
      throw new Refusal(
          Reason.NOT_AUTHENTICATED,
          "Security.UsernameToken.Password",
          "must be a PasswordText, since the archive keeps only hashes of passwords",
          "PasswordDigest");
    }
    String name = token.getName();
    String password = token.getPassword();
    if (name == null || password == null) {
      throw new Refusal(
          Reason.NOT_AUTHENTICATED,
          "Security.UsernameToken",
          "must have a name and a password",
          "");
    }
    return new Authentication.Credentials(name, password);
  }

  private UsernameToken checked(Element security) {
    RequestData data = new RequestData();
    data.setWssConfig(config);
    data.setNonceReplayCache(nonces);
    data.setAllowUsernameTokenNoPassword(true);
    try {
      List<WSSecurityEngineResult> tokens =
          engine.processSecurityHeader(security, data).getActionResults().get(WSConstants.UT);
      tokens = tokens == null ? List.of() : tokens;
      if (tokens.size() == 1
          && tokens.get(0).get(WSSecurityEngineResult.TAG_USERNAME_TOKEN)
              instanceof UsernameToken token) {
        return token;
      }
      throw rejected("must have exactly one UsernameToken with a password", null);
    } catch (WSSecurityException e) {
      throw rejected(
          "must have a well-formed UsernameToken with a nonce not used before and in its time", e);
    }
  }

  private static Refusal rejected(String rule, @Nullable WSSecurityException cause) {
    return new Refusal(Reason.NOT_AUTHENTICATED, "Security", rule, "", cause);
  }

  private static List<QName> parts(Element security) {
    List<QName> parts = new ArrayList<>();
    for (Node child = security.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element) {
        parts.add(new QName(child.getNamespaceURI(), child.getLocalName()));
      }
    }
    return parts;
  }
}
