package communique.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A small authority of this archive alone, which makes certificates for clients: TLS lets only
 * those through that an authority it knows has signed.
 *
 * @param keyStore certificate and key of the authority (PKCS #12)
 * @param trusted its certificate alone (PKCS #12), for the server
 * @param password of both, and of what is made for clients
 */
record ClientAuthority(Path keyStore, Path trusted, String password) {
  private static final String PEM = "clients-authority.pem";

  static ClientAuthority of(Path home, String password) throws IOException, CannotRun {
    ClientAuthority authority =
        new ClientAuthority(
            home.resolve("clients-authority.p12"), home.resolve("clients-trusted.p12"), password);
    if (!Files.exists(authority.trusted)) {
      authority.make();
    }
    return authority;
  }

  /**
   * Makes a key and a certificate of it that this authority has signed, once for each name.
   *
   * @return the key store; the key has the alias {@code client}
   */
  Path client(String name) throws IOException, CannotRun {
    Path store = keyStore.resolveSibling("client-" + name + ".p12");
    if (!Files.exists(store)) {
      Keytool client = new Keytool(store, password);
      client.makeKey("-alias client -keyalg RSA -keysize 2048 -dname CN=" + name);
      client.run("-certreq -alias client -file client.csr");
      new Keytool(keyStore, password)
          .run(
              "-gencert -rfc -alias authority -validity 3650 -infile client.csr -outfile client.pem");
      client.run("-importcert -noprompt -alias authority -file " + PEM);
      client.run("-importcert -noprompt -alias client -file client.pem");
      Files.delete(store.resolveSibling("client.csr"));
      Files.delete(store.resolveSibling("client.pem"));
    }
    return store;
  }

  private void make() throws IOException, CannotRun {
    new Keytool(keyStore, password)
        .makeKey("-alias authority -keyalg EC -groupname secp256r1 -dname CN=clients -ext bc:c")
        .export("authority", keyStore.resolveSibling(PEM));
    Path fresh = trusted.resolveSibling("clients-trusted.p12.new");
    Files.deleteIfExists(fresh);
    new Keytool(fresh, password).run("-importcert -noprompt -alias authority -file " + PEM);
    Files.move(fresh, trusted, StandardCopyOption.ATOMIC_MOVE);
  }
}
