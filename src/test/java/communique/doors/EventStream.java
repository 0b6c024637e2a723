package communique.doors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import communique.support.RunningSystem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One who follows something by server-sent events, until it is closed. */
public final class EventStream implements AutoCloseable {
  private final HttpResponse<InputStream> answer;
  private final BufferedReader lines;
  private final ExecutorService reader = Executors.newSingleThreadExecutor();

  private EventStream(HttpResponse<InputStream> answer) {
    this.answer = answer;
    this.lines = new BufferedReader(new InputStreamReader(answer.body(), UTF_8));
  }

  /** Asks, and gives what came back, be it a stream or a refusal. */
  public static EventStream open(RunningSystem system, HttpRequest request)
      throws IOException, InterruptedException {
    return new EventStream(system.client().send(request, BodyHandlers.ofInputStream()));
  }

  public int status() {
    return answer.statusCode();
  }

  /** A header of the answer; empty when it has none. */
  public String header(String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  /** All that a refusal says. */
  public byte[] refusal() throws IOException {
    return answer.body().readAllBytes();
  }

  /**
   * The next line that begins with something.
   *
   * @throws AssertionError when none comes in time
   */
  public String await(String beginning, int seconds) throws InterruptedException {
    try {
      return reader
          .submit(
              () -> {
                String line = lines.readLine();
                while (line != null && !line.startsWith(beginning)) {
                  line = lines.readLine();
                }
                assertThat(line).as("the stream ended").isNotNull();
                return line;
              })
          .get(seconds, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("no " + beginning + " within " + seconds + " seconds", e);
    }
  }

  @Override
  public void close() throws IOException {
    answer.body().close();
    reader.shutdownNow();
  }
}
