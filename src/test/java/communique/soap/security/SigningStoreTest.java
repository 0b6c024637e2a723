package communique.soap.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found out of the signing key at the start. */
final class SigningStoreTest {
  private static final String PASSWORD = "a password for tests";
  private static final String EC = "-keyalg EC -groupname secp256r1";

  private final Path folder;

  SigningStoreTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void the_key_of_a_store_is_told_with_its_name_and_its_kind() throws Exception {
    Path store = keytool("-alias archive " + EC);
    SigningStore read = SigningStore.read(store, PASSWORD);
    assertThat(read.alias()).isEqualTo("archive");
    assertThat(read.elliptic()).isTrue();
    Files.delete(store);
    SigningStore rsa =
        SigningStore.read(keytool("-alias other -keyalg RSA -keysize 2048"), PASSWORD);
    assertThat(rsa.alias()).isEqualTo("other");
    assertThat(rsa.elliptic()).isFalse();
  }

  @Test
  void a_store_that_is_not_there_or_has_another_password_is_refused() throws Exception {
    mustRefuse(folder.resolve("absent.p12"), PASSWORD, "cannot be used");
    mustRefuse(keytool("-alias archive " + EC), "another password", "cannot be used");
  }

  @Test
  void a_store_with_two_keys_is_refused_since_either_could_be_meant() throws Exception {
    keytool("-alias archive " + EC);
    mustRefuse(keytool("-alias older " + EC), PASSWORD, "one key, not 2");
  }

  @Test
  void a_certificate_that_no_longer_counts_is_refused() throws Exception {
    mustRefuse(
        keytool("-alias archive -startdate -10d -validity 3 " + EC), PASSWORD, "cannot be used");
  }

  private static void mustRefuse(Path store, String password, String why) {
    assertThatThrownBy(() -> SigningStore.read(store, password))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("COMMUNIQUE_SIGNING_KEYSTORE_FILE")
        .hasMessageContaining(why);
  }

  /** Makes a key in the store. */
  private Path keytool(String words) throws IOException, InterruptedException {
    Path store = folder.resolve("signing.p12");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-dname", "CN=archive", "-storetype", "PKCS12"));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    command.addAll(List.of(words.split(" ", -1)));
    int ended = new ProcessBuilder(command).inheritIO().start().waitFor();
    assertThat(ended).isZero();
    return store;
  }
}
