package communique.doors.soap;

import static org.assertj.core.api.Assertions.assertThat;

import communique.support.OnTwoNodes;
import communique.support.RunningSystem;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The contract names the address at which it was asked for, whoever stands between. */
@OnTwoNodes
final class BehindProxyIT {
  private static final Pattern ADDRESS = Pattern.compile("address location=\"([^\"]+)\"");
  private static final String CLIENT = "X-Forwarded-For: 203.0.113.7";
  private static final String HTTPS = "X-Forwarded-Proto: https";
  private static final String HOST = "X-Forwarded-Host: archive.example";

  private final RunningSystem system;

  BehindProxyIT(RunningSystem system) {
    this.system = system;
  }

  @Test
  void nobody_is_believed_who_is_not_configured() throws Exception {
    URI node = system.httpUri();
    String own = address(node);
    for (List<String> told :
        List.of(
            List.of(CLIENT, HTTPS, HOST, "X-Forwarded-Port: 443"),
            List.of("X-Forwarded-For: 127.0.0.1", HTTPS, HOST),
            List.of("X-Forwarded-For: 127.0.0.1", "X-Forwarded-Host: localhost"),
            List.of(HTTPS, HOST),
            List.of("Forwarded: for=203.0.113.7;proto=https;host=archive.example"),
            List.of("$WSSN: archive.example", "$WSSC: https", "$WSSP: 443", "$WSIS: true"),
            List.of("$WSRA: 203.0.113.7", "$WSRH: archive.example", HOST, CLIENT))) {
      assertThat(address(node, told.toArray(String[]::new))).as("" + told).isEqualTo(own);
    }
  }

  @Test
  void a_proxy_that_is_configured_tells_scheme_host_and_port() throws Exception {
    URI own = system.secondNode().httpUri();
    assertThat(address(own, CLIENT, HTTPS, HOST))
        .isEqualTo("https://archive.example/soap/retrieval");
    assertThat(address(own, CLIENT, HTTPS, HOST + ":8443"))
        .isEqualTo("https://archive.example:8443/soap/retrieval");
    assertThat(address(own, CLIENT, HTTPS, HOST, "X-Forwarded-Port: 8443"))
        .isEqualTo("https://archive.example:8443/soap/retrieval");
    assertThat(address(own, CLIENT, HTTPS, HOST, "X-Forwarded-Port: 443"))
        .isEqualTo("https://archive.example/soap/retrieval");
    assertThat(address(own, CLIENT, HTTPS, HOST + "/\"><x"))
        .doesNotContain("<x", "archive.example");
    assertThat(address(own, "$WSSN: archive.example", "$WSSC: https")).isEqualTo(address(own));
    assertThat(address(own)).isEqualTo(own.resolve("soap/retrieval").toString());
  }

  // Byte by byte: no client of Java sends such headers.
  private static String address(URI node, String... headers) throws Exception {
    try (Socket socket = new Socket(node.getHost(), node.getPort())) {
      String request =
          "GET /soap/retrieval?wsdl HTTP/1.1\r\nHost: "
              + node.getAuthority()
              + "\r\nConnection: close\r\n"
              + String.join("\r\n", headers)
              + (headers.length == 0 ? "" : "\r\n")
              + "\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      try (InputStream in = socket.getInputStream()) {
        Matcher found = ADDRESS.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        assertThat(found.find()).isTrue();
        return found.group(1);
      }
    }
  }
}
