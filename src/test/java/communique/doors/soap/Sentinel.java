package communique.doors.soap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A server and a file that nobody may ever ask for. */
final class Sentinel implements AutoCloseable {
  private final String secret = "secret" + UUID.randomUUID();
  private final ServerSocket socket;
  private final Path file;
  private final AtomicInteger connections = new AtomicInteger();

  Sentinel() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    file = Files.createTempFile("sentinel", ".txt");
    Files.writeString(file, secret);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    Thread listener = new Thread(this::listen, "sentinel");
    listener.setDaemon(true);
    listener.start();
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        socket.accept().close();
        connections.incrementAndGet();
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  /** Where it listens, such as {@code http://127.0.0.1:4711/x}. */
  String address(String scheme) {
    return scheme + "://127.0.0.1:" + socket.getLocalPort() + "/x";
  }

  String file() {
    return file.toUri().toString();
  }

  /** What stands in the file. */
  String secret() {
    return secret;
  }

  int connections() {
    return connections.get();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    Files.deleteIfExists(file);
  }
}
