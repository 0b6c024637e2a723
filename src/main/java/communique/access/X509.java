package communique.access;

import communique.briefing.Digest;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Reads certificates (X.509), and what of them names them. */
public final class X509 {
  private static final int SHORTEST_RSA = 2048;
  private static final int SHORTEST_EC = 256;
  private static final String KEY_IDENTIFIER = "2.5.29.14";
  // The octets of the identifier are wrapped twice: as the extension, and as an octet string.
  private static final int WRAPPING = 4;

  private X509() {}

  /**
   * A certificate as text (PEM) or in its own encoding (DER).
   *
   * @throws Refusal BAD_FORMAT when it is none
   */
  public static X509Certificate read(byte[] bytes) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(bytes));
    } catch (CertificateException e) {
      throw new Refusal(Reason.BAD_FORMAT, "certificate", "must be one of X.509", "", e);
    }
  }

  /**
   * Demands a key that nobody can break.
   *
   * @throws Refusal OUT_OF_RANGE when it is too short or of another kind
   */
  public static void mustBeStrong(PublicKey key) {
    boolean strong = isStrongRsa(key) || isStrongElliptic(key);
    if (!strong) {
      throw new Refusal(
          Reason.OUT_OF_RANGE,
          "certificate",
          "must have an RSA key of 2048 bits or more, or an EC key of 256 or more",
          key.getAlgorithm());
    }
  }

  private static boolean isStrongRsa(PublicKey key) {
    return key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= SHORTEST_RSA;
  }

  private static boolean isStrongElliptic(PublicKey key) {
    return key instanceof ECPublicKey elliptic
        && elliptic.getParams().getCurve().getField().getFieldSize() >= SHORTEST_EC;
  }

  /** SHA-256 of the whole certificate. */
  static Digest fingerprint(X509Certificate certificate) {
    return Digest.of(encoded(certificate));
  }

  static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read has an encoding", e);
    }
  }

  static String thumbprint(X509Certificate certificate) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      return HexFormat.of().formatHex(sha1.digest(encoded(certificate)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }

  /** The identifier of its key, in hexadecimal digits; null when it gives none. */
  static @Nullable String keyIdentifier(X509Certificate certificate) {
    byte[] extension = certificate.getExtensionValue(KEY_IDENTIFIER);
    return extension == null || extension.length <= WRAPPING
        ? null
        : HexFormat.of().formatHex(Arrays.copyOfRange(extension, WRAPPING, extension.length));
  }
}
