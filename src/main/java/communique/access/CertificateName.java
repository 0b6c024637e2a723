package communique.access;

import communique.briefing.Digest;

/** How a message names the certificate of its signer. */
public sealed interface CertificateName {
  /** The column that has it. */
  String column();

  /** Its value in hexadecimal digits. */
  String hex();

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
}
