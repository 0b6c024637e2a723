package communique.soap.security;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.wss4j.common.crypto.Crypto;
import org.apache.wss4j.common.crypto.Merlin;
import org.jspecify.annotations.Nullable;

/**
 * A key store (PKCS #12) with one key that can sign.
 *
 * @param crypto the store, as WSS4J wants it
 * @param alias the key's name in it
 * @param password of the store and the key
 * @param elliptic whether the key is one of EC, else it is one of RSA
 */
record SigningStore(Crypto crypto, String alias, String password, boolean elliptic) {

  /**
   * Reads one, and the key in it.
   *
   * @throws IllegalStateException when it cannot be read, has no key or several, or a certificate
   *     that does not count now
   */
  static SigningStore read(Path file, String password) {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, password.toCharArray());
      String alias = theOne(keys);
      if (keys.getKey(alias, password.toCharArray()) == null
          || !(keys.getCertificate(alias) instanceof X509Certificate certificate)) {
        throw unusable("has a key without a certificate", null);
      }
      certificate.checkValidity();
      Merlin merlin = new Merlin();
      merlin.setKeyStore(keys);
      boolean elliptic = certificate.getPublicKey().getAlgorithm().equals("EC");
      return new SigningStore(merlin, alias, password, elliptic);
    } catch (IOException | GeneralSecurityException e) {
      throw unusable("cannot be used: " + e.getMessage(), e);
    }
  }

  private static String theOne(KeyStore keys) throws GeneralSecurityException {
    List<String> found = new ArrayList<>();
    for (String alias : Collections.list(keys.aliases())) {
      if (keys.isKeyEntry(alias)) {
        found.add(alias);
      }
    }
    if (found.size() != 1) {
      throw unusable("must have one key, not " + found.size(), null);
    }
    return found.get(0);
  }

  private static IllegalStateException unusable(String why, @Nullable Throwable cause) {
    return new IllegalStateException("COMMUNIQUE_SIGNING_KEYSTORE_FILE " + why, cause);
  }
}
