package communique.soap.security;

import communique.access.CertificateName;
import communique.briefing.Digest;
import communique.briefing.Refusal;
import java.math.BigInteger;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Reads how a signature names the certificate of its signer: by the certificate itself, in a
 * BinarySecurityToken of the same security header or in the reference, by the identifier of its key
 * or its SHA-1 thumbprint, or by its issuer and serial number. Nothing is fetched, and no key is
 * taken from a message.
 */
final class SignerName {
  private static final QName REFERENCE = new QName(Names.WSSE, "Reference");
  private static final QName KEY_IDENTIFIER = new QName(Names.WSSE, "KeyIdentifier");

  private static final QName X509_DATA = new QName(Names.DS, "X509Data");
  private static final QName ISSUER_SERIAL = new QName(Names.DS, "X509IssuerSerial");
  private static final List<QName> ISSUER_AND_SERIAL =
      List.of(new QName(Names.DS, "X509IssuerName"), new QName(Names.DS, "X509SerialNumber"));

  /** Twenty bytes (RFC 5280, 4.1.2.2). */
  private static final Pattern SERIAL_NUMBER = Pattern.compile("-?[0-9]{1,49}");

  private static final int LONGEST_NAME = 4_096;

  /** How .NET calls e-mail addresses in names; what else is usual, Java knows. */
  private static final Map<String, String> KEYWORDS = Map.of("E", "1.2.840.113549.1.9.1");

  private SignerName() {}

  /**
   * The name in a signature's key information.
   *
   * @throws Refusal NOT_AUTHENTICATED when it is given in another way
   */
  static CertificateName of(Element signature, SecurityHeader security) {
    Element info = Elements.of(signature).get(2);
    Element name = one(one(info, Names.TOKEN_REFERENCE), null);
    if (Elements.name(name).equals(REFERENCE)) {
      return ofToken(name, security.binaryToken());
    }
    if (Elements.name(name).equals(X509_DATA)) {
      return ofIssuer(one(name, ISSUER_SERIAL));
    }
    if (!Elements.name(name).equals(KEY_IDENTIFIER)) {
      throw unnamed(name.getLocalName());
    }
    byte[] value = decoded(name);
    String type = Elements.attribute(name, "ValueType");
    return switch (type) {
      case Names.X509_V3 -> new CertificateName.Whole(Digest.of(value));
      case Names.THUMBPRINT -> new CertificateName.Thumbprint(HexFormat.of().formatHex(value));
      case Names.KEY_IDENTIFIER ->
          new CertificateName.KeyIdentifier(HexFormat.of().formatHex(value));
      default -> throw unnamed(type);
    };
  }

  private static CertificateName ofToken(Element reference, @Nullable Element token) {
    String uri = Elements.attribute(reference, "URI");
    if (token == null || !uri.equals("#" + token.getAttributeNS(Names.WSU, "Id"))) {
      throw Rejected.because(
          "Signature.KeyInfo", "must refer to the BinarySecurityToken of this header", uri);
    }
    String type = Elements.attribute(token, "ValueType");
    if (!type.equals(Names.X509_V3)) {
      throw Rejected.because("BinarySecurityToken", "must be of the type " + Names.X509_V3, type);
    }
    return new CertificateName.Whole(Digest.of(decoded(token)));
  }

  private static CertificateName ofIssuer(Element issuerSerial) {
    if (!Elements.names(issuerSerial).equals(ISSUER_AND_SERIAL)) {
      throw unnamed("X509IssuerSerial");
    }
    List<Element> parts = Elements.of(issuerSerial);
    String serialNumber = SecurityHeader.text(parts.get(1));
    if (!SERIAL_NUMBER.matcher(serialNumber).matches()) {
      throw Rejected.because(
          "Signature.KeyInfo.X509SerialNumber", "must have 1 to 49 digits", serialNumber);
    }
    return new CertificateName.IssuerAndSerial(
        issuer(SecurityHeader.text(parts.get(0))), new BigInteger(serialNumber));
  }

  private static X500Principal issuer(String name) {
    try {
      if (name.length() <= LONGEST_NAME) {
        return new X500Principal(name, KEYWORDS);
      }
    } catch (IllegalArgumentException e) {
      throw noIssuer(name, e);
    }
    throw noIssuer(name, null);
  }

  private static Refusal noIssuer(String name, @Nullable Throwable cause) {
    return Rejected.because(
        "Signature.KeyInfo.X509IssuerName",
        "must be a name as RFC 4514 writes it, of at most " + LONGEST_NAME + " characters",
        name,
        cause);
  }

  private static Element one(Element parent, @Nullable QName wanted) {
    List<Element> children = Elements.of(parent);
    if (children.size() != 1 || (wanted != null && !Elements.names(parent).contains(wanted))) {
      throw unnamed("" + parent.getLocalName());
    }
    return children.get(0);
  }

  private static byte[] decoded(Element element) {
    try {
      return Base64.getMimeDecoder().decode(SecurityHeader.text(element));
    } catch (IllegalArgumentException e) {
      throw Rejected.because("" + element.getLocalName(), "must be in base64", "", e);
    }
  }

  private static Refusal unnamed(String found) {
    return Rejected.because(
        "Signature.KeyInfo",
        "must name a certificate by a SecurityTokenReference to a BinarySecurityToken, or with a"
            + " KeyIdentifier (X509v3, X509SubjectKeyIdentifier or ThumbprintSHA1) or an"
            + " X509IssuerSerial",
        found);
  }
}
