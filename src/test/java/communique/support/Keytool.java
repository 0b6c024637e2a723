package communique.support;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * The JDK's keytool, at work on a key store (PKCS #12) that only its owner can read.
 *
 * @param store need not be there yet
 */
record Keytool(Path store, String password) {

  /** Makes a key with a certificate that it has signed itself. */
  Keytool makeKey(String words) throws IOException, CannotRun {
    Files.deleteIfExists(store);
    run("-genkeypair -validity 3650 " + words);
    Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("rw-------"));
    return this;
  }

  /** Puts a certificate into a file of text. */
  Keytool export(String alias, Path pem) throws IOException, CannotRun {
    Files.deleteIfExists(pem);
    run("-exportcert -rfc -alias " + alias + " -file " + pem.getFileName());
    return this;
  }

  /**
   * Runs it.
   *
   * @param words of the command, without a space in any; files are named as in the store's folder
   */
  void run(String words) throws IOException, CannotRun {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    // Nothing here runs long enough to gain from the second compiler.
    command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
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
        throw new CannotRun("The JDK's keytool could not work on " + store);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotRun("Interrupted while making certificates.", e);
    }
  }
}
