package communique.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;

/** TCP ports of this machine. */
final class Ports {
  private Ports() {}

  static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** The port that the environment names, or a free one. */
  static int chosen(Map<String, String> environment, String variable)
      throws IOException, CannotRun {
    return environment.containsKey(variable) ? given(environment, variable, 0) : free();
  }

  /** The port that the environment names or else this one; refused when something listens there. */
  static int given(Map<String, String> environment, String variable, int otherwise)
      throws CannotRun {
    String text = environment.getOrDefault(variable, Integer.toString(otherwise));
    if (!text.matches("[1-9]\\d{0,4}") || Integer.parseInt(text) > 65535) {
      throw new CannotRun(variable + " must be a port between 1 and 65535, and is: " + text);
    }
    int port = Integer.parseInt(text);
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return port;
    } catch (IOException e) {
      throw new CannotRun(
          "Port " + port + " is in use: stop what listens there, or set " + variable + ".", e);
    }
  }
}
