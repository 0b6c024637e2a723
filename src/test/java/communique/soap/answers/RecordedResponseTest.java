package communique.soap.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

final class RecordedResponseTest {
  private static final byte[] ANSWER = "An answer".getBytes(UTF_8);

  @Test
  void what_was_sent_is_kept() throws IOException {
    RecordedResponse response = new RecordedResponse(to(new Client(100, true)));
    response.getOutputStream().write(ANSWER);
    response.getOutputStream().flush();
    assertThat(response.body()).isEqualTo(ANSWER);
  }

  @Test
  void an_answer_that_broke_off_is_not_kept_though_whoever_sends_passes_over_it() {
    RecordedResponse response = new RecordedResponse(to(new Client(ANSWER.length, true)));
    assertThatThrownBy(
            () -> {
              response.getOutputStream().write(ANSWER);
              response.getOutputStream().write(ANSWER);
            })
        .isInstanceOf(IOException.class);
    assertThat(response.body()).isNull();
  }

  @Test
  void nor_is_one_that_never_left_the_server() throws IOException {
    RecordedResponse response = new RecordedResponse(to(new Client(100, false)));
    OutputStream out = response.getOutputStream();
    out.write(ANSWER);
    assertThatThrownBy(out::flush).isInstanceOf(IOException.class);
    assertThat(response.body()).isNull();
  }

  @Test
  void of_an_answer_that_was_begun_anew_the_second_is_kept() throws IOException {
    RecordedResponse response = new RecordedResponse(to(new Client(100, true)));
    response.getOutputStream().write("In vain".getBytes(UTF_8));
    response.reset();
    response.getOutputStream().write(ANSWER);
    assertThat(response.body()).isEqualTo(ANSWER);
  }

  // Only a network makes a server fail so, and not when a test wants it.
  private static HttpServletResponse to(Client client) {
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            RecordedResponseTest.class.getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getOutputStream" -> client;
                  case "getStatus" -> HttpServletResponse.SC_OK;
                  default -> null;
                });
  }

  /** Takes some bytes, and then is gone. */
  private static final class Client extends ServletOutputStream {
    private final boolean listening;
    private int left;

    Client(int left, boolean listening) {
      this.left = left;
      this.listening = listening;
    }

    @Override
    public void write(int each) throws IOException {
      if (left-- == 0) {
        throw new IOException("Connection reset");
      }
    }

    @Override
    public void flush() throws IOException {
      if (!listening) {
        throw new IOException("Connection reset");
      }
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException("nobody waits");
    }
  }
}
