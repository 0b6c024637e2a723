package communique.doors.soap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import communique.support.RunningSystem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A message that never ends, or not in time, does not keep the archive waiting. */
@ExtendWith(RunningSystem.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
final class SlowMessagesIT {
  private static final String BEGIN =
      "<s:Envelope xmlns:s='" + SoapClient.SOAP11 + "'><s:Body><!--";

  private final URI address;
  // Sent at the same time, since each takes half a minute.
  private final CompletableFuture<String> drops;
  private final CompletableFuture<String> fasterDrops;
  private final CompletableFuture<String> stopping;

  SlowMessagesIT(RunningSystem system) throws IOException {
    address = system.httpUri();
    drops = answer(" ", 1_000_000_000L);
    fasterDrops = answer("-- -- ", 100_000_000L);
    stopping = answer("", 0);
  }

  @Test
  void a_message_that_comes_drop_by_drop_is_refused() throws Exception {
    assertThat(drops.get(90, TimeUnit.SECONDS)).contains("MALFORMED", "bytes a second");
    assertThat(fasterDrops.get(90, TimeUnit.SECONDS)).contains("MALFORMED");
  }

  @Test
  void a_message_that_stops_is_refused() throws Exception {
    assertThat(stopping.get(90, TimeUnit.SECONDS)).contains("MALFORMED", "come to its end");
  }

  @Test
  void a_message_that_never_ends_is_refused_while_it_comes() throws Exception {
    assertThat(answer(" ".repeat(64 * 1024), 1).get(90, TimeUnit.SECONDS))
        .contains("TOO_LARGE", "bytes");
  }

  /** What comes back while the same is sent over and over, each time after a pause. */
  private CompletableFuture<String> answer(String piece, long pause) throws IOException {
    Socket socket = new Socket("localhost", address.getPort());
    OutputStream out = socket.getOutputStream();
    out.write(
        ("POST /soap/retrieval HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/xml\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n"
                + chunk(BEGIN))
            .getBytes(UTF_8));
    out.flush();
    CompletableFuture<String> answer =
        CompletableFuture.supplyAsync(() -> read(socket)).orTimeout(90, TimeUnit.SECONDS);
    if (!piece.isEmpty()) {
      new Thread(() -> send(out, chunk(piece).getBytes(UTF_8), pause, answer), "sender").start();
    }
    return answer;
  }

  private static void send(
      OutputStream out, byte[] chunk, long pause, CompletableFuture<String> answer) {
    try {
      while (!answer.isDone()) {
        out.write(chunk);
        out.flush();
        LockSupport.parkNanos(pause);
      }
    } catch (IOException e) {
      // The archive has closed the connection; the answer says why.
    }
  }

  private static String read(Socket socket) {
    try (socket) {
      InputStream in = socket.getInputStream();
      StringBuilder answer = new StringBuilder();
      byte[] some = new byte[8192];
      for (int read = in.read(some); read > 0; read = in.read(some)) {
        answer.append(new String(some, 0, read, UTF_8));
        if (answer.indexOf("Envelope>") > 0) {
          break;
        }
      }
      return answer.toString();
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static String chunk(String content) {
    return Integer.toHexString(content.length()) + "\r\n" + content + "\r\n";
  }
}
