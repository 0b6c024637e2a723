package communique.support;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * The self-made certificate of HTTPS for localhost.
 *
 * @param keyStore certificate and key (PKCS #12), readable by the owner only
 * @param pem the certificate alone, for {@code curl --cacert}
 */
record Certificate(Path keyStore, Path pem) {

  static Certificate of(Path home, String password) throws IOException, CannotRun {
    Certificate certificate =
        new Certificate(home.resolve("localhost.p12"), home.resolve("localhost.pem"));
    if (!Files.exists(certificate.keyStore) || !Files.exists(certificate.pem)) {
      certificate.make(password);
    }
    return certificate;
  }

  /** Trusts this certificate and no other. */
  SSLContext trusting() throws IOException, GeneralSecurityException {
    return trusting(null);
  }

  /** Trusts this certificate and no other, and shows those that the keys are of, when asked to. */
  SSLContext trusting(KeyManager @Nullable [] keys) throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    try (InputStream bytes = Files.newInputStream(pem)) {
      trusted.setCertificateEntry(
          "localhost", CertificateFactory.getInstance("X.509").generateCertificate(bytes));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys, trust.getTrustManagers(), null);
    return context;
  }

  private void make(String password) throws IOException, CannotRun {
    Path fresh = keyStore.resolveSibling("localhost.p12.new");
    new Keytool(fresh, password)
        .makeKey(
            "-alias localhost -keyalg EC -groupname secp256r1 -sigalg SHA256withECDSA"
                + " -dname CN=localhost -ext san=dns:localhost,ip:127.0.0.1")
        .export("localhost", pem);
    Files.move(fresh, keyStore, StandardCopyOption.ATOMIC_MOVE);
  }
}
