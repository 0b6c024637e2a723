package communique.soap.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The key with which the archive signs answers to those who signed their requests, if it has one.
 * One that cannot be used ends the start: later it would be found out by an office whose deposit is
 * kept already.
 */
@ApplicationScoped
class SigningKey {
  @Inject
  @ConfigProperty(name = "COMMUNIQUE_SIGNING_KEYSTORE_FILE")
  private Optional<String> file;

  @Inject
  @ConfigProperty(name = "COMMUNIQUE_SIGNING_KEYSTORE_PASSWORD")
  private Optional<String> password;

  private volatile @Nullable SigningStore store;

  void start(@Observes Startup event) {
    if (isThere()) {
      store();
    }
  }

  boolean isThere() {
    return file.isPresent();
  }

  /** The store that has it. */
  SigningStore store() {
    SigningStore read = store;
    if (read == null) {
      read = SigningStore.read(Path.of(file.orElseThrow()), password.orElse(""));
      store = read;
    }
    return read;
  }
}
