package communique.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Stands between an archive and its Elasticsearch, and lets answers through as late as a test wants
 * them: as a server does that is overloaded, or a network that loses them.
 */
public final class SearchProxy {
  private final URI server;
  private final ServerSocket entrance;
  private volatile Duration delay = Duration.ZERO;
  private volatile boolean outOfTime;

  SearchProxy(URI server) throws IOException {
    this.server = server;
    this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    begin(this::accept);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + entrance.getLocalPort());
  }

  /** From now on each piece of an answer comes so much later. */
  public void delayAnswers(Duration by) {
    delay = by;
  }

  /** From now on the answers to searches say that Elasticsearch ran out of time, or no longer. */
  public void letSearchesRunOutOfTime(boolean all) {
    outOfTime = all;
  }

  private void accept() {
    try {
      while (true) {
        connect(entrance.accept());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void connect(Socket client) throws IOException {
    try {
      Socket behind = new Socket(server.getHost(), server.getPort());
      begin(() -> pass(client, behind, UnaryOperator.identity()));
      begin(() -> pass(behind, client, this::late));
    } catch (IOException e) {
      // Elasticsearch is down: so is the way to it.
      client.close();
    }
  }

  private byte[] late(byte[] answer) {
    try {
      Thread.sleep(delay.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // As many bytes as there were.
    return outOfTime
        ? new String(answer, ISO_8859_1)
            .replace("\"timed_out\":false", "\"timed_out\":true ")
            .getBytes(ISO_8859_1)
        : answer;
  }

  private static void pass(Socket from, Socket to, UnaryOperator<byte[]> change) {
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      byte[] piece = new byte[16 * 1024];
      for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
        out.write(change.apply(Arrays.copyOf(piece, length)));
        out.flush();
      }
    } catch (IOException e) {
      // One of the two has closed; the other one is closed now as well.
      return;
    }
  }

  private static void begin(Runnable work) {
    Thread thread = new Thread(work, "search-proxy");
    thread.setDaemon(true);
    thread.start();
  }
}
