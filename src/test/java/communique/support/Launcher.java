package communique.support;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code mvn} runs: starts the whole archive, says where it is, and stops it at Ctrl-C. What
 * keeps it from running is said in one sentence, and ends Maven with 1.
 */
public final class Launcher {
  private static final long NEEDED_BYTES = 1L << 30;

  private final Places places;
  private @Nullable Servers servers;
  private volatile boolean stopping;

  private Launcher(Places places) {
    this.places = places;
  }

  /** Returns only by ending the JVM. */
  public static void main(String[] arguments) throws InterruptedException {
    try {
      Launcher launcher = new Launcher(Places.fromSystemProperties());
      launcher.claimFolder();
      launcher.run();
      launcher.watch();
    } catch (CannotRun e) {
      System.err.println("\n" + e.getMessage() + "\n");
    } catch (IOException e) {
      System.err.println("\nThe archive cannot run: " + e + "\n");
    }
    System.exit(1);
  }

  private void run() throws IOException, CannotRun {
    Map<String, String> environment = environment();
    if (Files.getFileStore(places.home()).getUsableSpace() < NEEDED_BYTES) {
      throw new CannotRun("Less than 1 GB of disk is free in " + places.home() + ".");
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stopping"));
    Servers all = prepare(environment);
    if (all != null) {
      all.start();
      printWelcome(all);
    }
  }

  private synchronized @Nullable Servers prepare(Map<String, String> environment)
      throws IOException, CannotRun {
    if (stopping) {
      return null;
    }
    int http = Ports.given(environment, "COMMUNIQUE_HTTP_PORT", 9080);
    int https = Ports.given(environment, "COMMUNIQUE_HTTPS_PORT", 9443);
    environment.put("COMMUNIQUE_HTTP_PORT", Integer.toString(http));
    environment.put("COMMUNIQUE_HTTPS_PORT", Integer.toString(https));
    servers = new Servers(places, environment, SearchJvm.LASTING);
    return servers;
  }

  /** Runs when Maven ends, by Ctrl-C, by a signal, or because something failed. */
  private synchronized void stop() {
    stopping = true;
    if (servers != null) {
      try {
        servers.stop();
      } catch (IOException e) {
        System.err.println("Not all could be stopped: " + e);
      }
    }
  }

  /** The lock ends with this JVM, however it ends. */
  private void claimFolder() throws IOException, CannotRun {
    Files.createDirectories(places.home());
    FileChannel channel =
        FileChannel.open(
            places.home().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return;
      }
    } catch (OverlappingFileLockException e) {
      // This very JVM has it: the same answer.
    }
    channel.close();
    throw new CannotRun("The archive in " + places.home() + " is running already.");
  }

  private void watch() throws IOException, CannotRun, InterruptedException {
    Optional<Child> ended = Optional.empty();
    while (ended.isEmpty() || stopping) {
      Thread.sleep(1000);
      ended = servers == null ? Optional.empty() : servers.ended();
    }
    throw new CannotRun(
        "The %s server ended by itself; its log is %s"
            .formatted(ended.get().name(), ended.get().log()));
  }

  private static Map<String, String> environment() {
    Map<String, String> given = new HashMap<>(System.getenv());
    given.keySet().removeIf(name -> !name.startsWith("COMMUNIQUE_"));
    return given;
  }

  private void printWelcome(Servers all) {
    URI http = all.liberty().httpUri();
    URI https = all.liberty().httpsUri();
    Path here = Path.of("").toAbsolutePath();
    long started = ManagementFactory.getRuntimeMXBean().getStartTime();
    System.out.printf(
        """

        Communiqué is ready, %.0f seconds after mvn. Ctrl-C stops it.

          Reading room   %s
          SOAP deposit   %s
          SOAP retrieval %s
          OpenAPI        %s
          Log-ins        %s

          curl %s

        """,
        (System.currentTimeMillis() - started) / 1000.0,
        http,
        https.resolve("/soap/deposit?wsdl"),
        https.resolve("/soap/retrieval?wsdl"),
        http.resolve("/openapi"),
        relative(here, all.logins().setupFile()),
        http.resolve("/api/v1/briefings"));
  }

  private static Path relative(Path here, Path file) {
    return file.startsWith(here) ? here.relativize(file) : file;
  }
}
