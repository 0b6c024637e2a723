package communique.soap.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.Optional;
import org.apache.wss4j.common.crypto.Crypto;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The key with which the archive signs answers to those who signed their requests, if it has one.
 */
@ApplicationScoped
class SigningKey {
  @Inject
  @ConfigProperty(name = "COMMUNIQUE_SIGNING_KEYSTORE_FILE")
  private Optional<String> file;

  @Inject
  @ConfigProperty(name = "COMMUNIQUE_SIGNING_KEYSTORE_PASSWORD")
  private Optional<String> password;

  private @Nullable Crypto crypto;

  boolean isThere() {
    return file.isPresent();
  }

  /** The key store, as WSS4J wants it. */
  synchronized Crypto crypto() {
    if (crypto == null) {
      crypto = read();
    }
    return crypto;
  }

  /** The name of the key in its store: of the first there is. */
  String alias() {
    try {
      return crypto().getDefaultX509Identifier();
    } catch (WSSecurityException e) {
      throw new IllegalStateException("COMMUNIQUE_SIGNING_KEYSTORE_FILE has no key", e);
    }
  }

  String password() {
    return password.orElse("");
  }

  private Crypto read() {
    try (InputStream in = Files.newInputStream(Path.of(file.orElseThrow()))) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, password().toCharArray());
      Merlin merlin = new Merlin();
      merlin.setKeyStore(keys);
      for (String alias : Collections.list(keys.aliases())) {
        if (keys.isKeyEntry(alias)) {
          merlin.setDefaultX509Identifier(alias);
        }
      }
      return merlin;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("COMMUNIQUE_SIGNING_KEYSTORE_FILE cannot be read", e);
    }
  }
}
