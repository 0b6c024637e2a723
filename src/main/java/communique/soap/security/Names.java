package communique.soap.security;

import java.util.Set;
import javax.xml.namespace.QName;

/** The words of the standards that are used here. */
final class Names {
  private static final String OASIS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";

  /** WS-Security 1.1. */
  static final String WSSE = OASIS + "wssecurity-secext-1.0.xsd";

  static final String WSU = OASIS + "wssecurity-utility-1.0.xsd";
  static final String BASE64 = OASIS + "soap-message-security-1.0#Base64Binary";
  static final String PASSWORD_TEXT = OASIS + "username-token-profile-1.0#PasswordText";
  static final String PASSWORD_DIGEST = OASIS + "username-token-profile-1.0#PasswordDigest";
  static final String X509_V3 = OASIS + "x509-token-profile-1.0#X509v3";
  static final String KEY_IDENTIFIER = OASIS + "x509-token-profile-1.0#X509SubjectKeyIdentifier";
  static final String THUMBPRINT =
      "http://docs.oasis-open.org/wss/oasis-wss-soap-message-security-1.1#ThumbprintSHA1";

  /** XML Signature. */
  static final String DS = "http://www.w3.org/2000/09/xmldsig#";

  static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";

  /** WS-Addressing 1.0, and the submission that older clients keep to. */
  static final String WSA = "http://www.w3.org/2005/08/addressing";

  static final String OLDER_WSA = "http://schemas.xmlsoap.org/ws/2004/08/addressing";

  static final QName SECURITY = new QName(WSSE, "Security");
  static final QName USERNAME_TOKEN = new QName(WSSE, "UsernameToken");
  static final QName TOKEN_REFERENCE = new QName(WSSE, "SecurityTokenReference");
  static final QName BINARY_TOKEN = new QName(WSSE, "BinarySecurityToken");
  static final QName TIMESTAMP = new QName(WSU, "Timestamp");
  static final QName SIGNATURE = new QName(DS, "Signature");

  static final Set<String> ADDRESSING =
      Set.of("Action", "To", "From", "ReplyTo", "FaultTo", "MessageID", "RelatesTo");

  private Names() {}
}
