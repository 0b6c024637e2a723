package communique.access;

import communique.briefing.Digest;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.security.auth.x500.X500Principal;

/** How a message names the certificate of its signer. */
public sealed interface CertificateName {
  /** The column that has it. */
  String column();

  /** Its value in hexadecimal digits. */
  String hex();

  /** Whether a certificate that has the value in the column is one of those that are named. */
  default boolean names(X509Certificate certificate) {
    return true;
  }

  /** By the certificate itself. */
  record Whole(Digest sha256) implements CertificateName {
    @Override
    public String column() {
      return "fingerprint";
    }

    @Override
    public String hex() {
      return sha256.hex();
    }
  }

  /** By the SHA-1 of the certificate. What it finds must still verify the signature. */
  record Thumbprint(String hex) implements CertificateName {
    @Override
    public String column() {
      return "thumbprint";
    }
  }

  /** By the identifier that the certificate gives to its key (RFC 5280, 4.2.1.2). */
  record KeyIdentifier(String hex) implements CertificateName {
    @Override
    public String column() {
      return "key_identifier";
    }
  }

  /**
   * By the number that its issuer gave it. Issuers are the same when their names are, in whatever
   * case, spacing and kind of string (RFC 5280, 7.1).
   */
  record IssuerAndSerial(X500Principal issuer, BigInteger serialNumber) implements CertificateName {
    @Override
    public String column() {
      return "serial_number";
    }

    @Override
    public String hex() {
      return HexFormat.of().formatHex(serialNumber.toByteArray());
    }

    @Override
    public boolean names(X509Certificate certificate) {
      return certificate.getIssuerX500Principal().equals(issuer);
    }
  }
}
