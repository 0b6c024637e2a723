package communique.soap.security;

import communique.access.CertificateName;
import communique.briefing.Digest;
import communique.briefing.Refusal;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Reads how a signature names the certificate of its signer: by the certificate itself, in a
 * BinarySecurityToken of the same security header or in the reference, or by the identifier of its
 * key or its SHA-1 thumbprint. Nothing is fetched, and no key is taken from a message.
 */
final class SignerName {
  private static final QName REFERENCE = new QName(Names.WSSE, "Reference");
  private static final QName KEY_IDENTIFIER = new QName(Names.WSSE, "KeyIdentifier");

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

  private static Element one(Element parent, @Nullable QName wanted) {
    List<Element> children = Elements.of(parent);
    if (children.size() != 1 || (wanted != null && !Elements.names(parent).contains(wanted))) {
      throw unnamed("" + parent.getLocalName());
    }
    return children.get(0);
  }

  private static byte[] decoded(Element element) {
    try {
      return Base64.getMimeDecoder().decode(Elements.text(element));
    } catch (IllegalArgumentException e) {
      throw Rejected.because("" + element.getLocalName(), "must be in base64", "", e);
    }
  }

  private static Refusal unnamed(String found) {
    return Rejected.because(
        "Signature.KeyInfo",
        "must name a certificate by a SecurityTokenReference to a BinarySecurityToken, or with a"
            + " KeyIdentifier (X509v3, X509SubjectKeyIdentifier or ThumbprintSHA1)",
        found);
  }
}
