package communique.support;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

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
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private void make(String password) throws IOException, CannotRun {
    Path fresh = keyStore.resolveSibling("localhost.p12.new");
    Files.deleteIfExists(fresh);
    String generate =
        "-genkeypair -alias localhost -keyalg EC -groupname secp256r1 -sigalg SHA256withECDSA"
            + " -dname CN=localhost -ext san=dns:localhost,ip:127.0.0.1 -validity 3650";
    keytool(generate, fresh, password);
    Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
    Files.deleteIfExists(pem);
    keytool("-exportcert -rfc -alias localhost -file " + pem.getFileName(), fresh, password);
    Files.move(fresh, keyStore, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void keytool(String words, Path store, String password)
      throws IOException, CannotRun {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(words.split(" ", -1)));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass:env", "STORE_PASSWORD"));
    command.addAll(List.of("-keystore", store.getFileName().toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(store.resolveSibling("").toFile())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.DISCARD);
    builder.environment().put("STORE_PASSWORD", password);
    try {
      if (builder.start().waitFor() != 0) {
        throw new CannotRun("The JDK's keytool could not make a certificate in " + store);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotRun("Interrupted while making the certificate.", e);
    }
  }
}
