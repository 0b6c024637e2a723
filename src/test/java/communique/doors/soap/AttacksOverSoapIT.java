package communique.doors.soap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.soap.SoapClient.Answer;
import communique.support.Heap;
import communique.support.RunningSystem;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever sends messages to do harm is refused, is told nothing and costs little. */
@ExtendWith(RunningSystem.Shared.class)
@Isolated("measures the memory and the time of the server")
final class AttacksOverSoapIT {
  private static final String UNKNOWN = "01982f6a-5f3e-7cc1-8a52-0f6e3a9d2b11";
  private static final String GOOD = SoapClient.getBriefing(UNKNOWN);

  /** What may be spent on one attack; the usual ones take some hundredths of a second. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  /** By how much the heap may grow while attacks go on, in MB; that of the server has 512. */
  private static final long MOST_HEAP = 100;

  private final RunningSystem system;
  private final SoapClient client;
  private final Answers answers = new Answers();

  AttacksOverSoapIT(RunningSystem system) {
    this.system = system;
    this.client = new SoapClient(system);
  }

  @Test
  void every_attack_is_soon_refused_and_nothing_is_fetched_for_it() throws Exception {
    // What is done once in the life of a server is not the attack's.
    answers.mustBlameTheSender(ask("text/xml", GOOD.getBytes(UTF_8)));
    try (Sentinel sentinel = new Sentinel()) {
      for (Map.Entry<String, byte[]> attack : Attacks.all(sentinel).entrySet()) {
        Answer answer = soon(attack.getKey(), () -> ask("text/xml", attack.getValue()));
        try {
          answers.mustBlameTheSender(answer);
          assertThat(answer.text()).doesNotContain(sentinel.secret());
          assertThat(sentinel.connections()).isZero();
        } catch (AssertionError e) {
          throw new AssertionError(attack.getKey() + ": " + e.getMessage(), e);
        }
      }
    }
  }

  // The processor is asked as well as the clock: an answer may come while work goes on.
  private Answer soon(String attack, Callable<Answer> asked) throws Exception {
    Duration before = busy();
    Instant start = Instant.now();
    Answer answer = asked.call();
    assertThat(Duration.between(start, Instant.now())).as(attack).isLessThan(LONGEST);
    assertThat(busy().minus(before)).as("processor time for " + attack).isLessThan(LONGEST);
    return answer;
  }

  private Duration busy() throws IOException {
    return system.libertyProcess().info().totalCpuDuration().orElseThrow();
  }

  // Once, and then many times more at once: what grows with each message would be seen.
  @Test
  void attacks_hardly_fill_the_memory_leave_nothing_behind_and_the_archive_goes_on()
      throws Exception {
    try (Sentinel sentinel = new Sentinel()) {
      List<byte[]> attacks = new ArrayList<>(Attacks.all(sentinel).values());
      all(attacks);
      long before = heap();
      long most =
          mostHeapDuring(
              () -> {
                for (int i = 0; i < 4; i++) {
                  all(attacks);
                }
                return null;
              });
      System.out.printf("Attacks, 8 at once: the heap grew by %d MB%n", most - before);
      assertThat(most - before).isLessThan(MOST_HEAP);
      assertThat(heap() - before).isLessThan(40);
      assertThat(client.holdings()).endsWith(" 0");
      Answer receipt =
          client.send(
              deposit(
                  SoapClient.XML11,
                  SoapClient.example("depositBriefing/shortest.xml").getBytes(UTF_8)));
      assertThat(receipt.status()).as(receipt.text()).isEqualTo(200);
    }
  }

  private long mostHeapDuring(Callable<?> attacks) throws Exception {
    ExecutorService attacker = Executors.newSingleThreadExecutor();
    try {
      Future<?> all = attacker.submit(attacks);
      long most = 0;
      while (!all.isDone()) {
        most = Math.max(most, heap());
        Thread.sleep(100);
      }
      Object unused = all.get();
      return most;
    } finally {
      attacker.shutdownNow();
    }
  }

  // In MB.
  private long heap() throws IOException, InterruptedException {
    return Heap.inUse(system.libertyProcess()) / 1024;
  }

  private void all(List<byte[]> attacks) throws Exception {
    ExecutorService senders = Executors.newFixedThreadPool(8);
    try {
      List<Future<Integer>> sent = new ArrayList<>();
      for (byte[] attack : attacks) {
        sent.add(senders.submit(() -> ask("text/xml", attack).status()));
      }
      for (Future<Integer> each : sent) {
        assertThat(each.get()).isGreaterThanOrEqualTo(400);
      }
    } finally {
      senders.shutdownNow();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "32 elements within each other, 500",
    "10000 elements within one, 500",
    "500000 elements, 500",
    "32 attributes at an element, 500",
    "4096 characters in an attribute, 500",
    "256 characters in the name, 500",
    "262144 bytes before its Body, 500",
    "2000 elements before its Body, 500"
  })
  void each_limit_is_told_by_itself(String limit, int status) throws Exception {
    byte[] message = tooMuch(limit).getBytes(UTF_8);
    Answer answer = soon(limit, () -> client.send(deposit(SoapClient.XML11, message)));
    answers.mustBlameTheSender(answer);
    assertThat(answer.first("Rule")).contains(limit);
    assertThat(answer.first("Reason")).isEqualTo("TOO_LARGE");
    assertThat(answer.status()).isEqualTo(status);
  }

  private static String tooMuch(String limit) throws IOException {
    String good = SoapClient.example("depositBriefing/shortest.xml");
    return switch (limit) {
      case "32 elements within each other" ->
          good.replace("<Headline>", "<Headline>" + "<a>".repeat(40));
      case "10000 elements within one" ->
          good.replace("<soap:Body>", "<soap:Body>" + "<!-- -->")
              .replace("<Span>", "<Span><Text>x</Text></Span>".repeat(10_001) + "<Span>");
      case "500000 elements" ->
          good.replace(
              "<Block>",
              ("<Block><Type>paragraph</Type><Text>"
                          + "<Span><Text>x</Text></Span>".repeat(9_000)
                          + "</Text></Block>")
                      .repeat(28)
                  + "<Block>");
      case "32 attributes at an element" -> {
        StringBuilder attributes = new StringBuilder("<Headline");
        for (int i = 0; i < 100; i++) {
          attributes.append(" a").append(i).append("='x'");
        }
        yield good.replace("<Headline", attributes);
      }
      case "4096 characters in an attribute" ->
          good.replace("<Headline", "<Headline a='" + "x".repeat(10_000) + "'");
      case "256 characters in the name" -> good.replace("Headline>", "x".repeat(257) + ">");
      case "262144 bytes before its Body" ->
          "<!--" + " ".repeat(300_000) + "-->" + undeclared(good);
      case "2000 elements before its Body" ->
          good.replace(
              "<soap:Body>",
              "<soap:Header>" + "<a xmlns='urn:x'/>".repeat(2_001) + "</soap:Header><soap:Body>");
      default -> throw new IllegalArgumentException(limit);
    };
  }

  private static String undeclared(String message) {
    return message.replaceFirst("<\\?xml[^>]*>", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "windows-949"})
  void an_encoding_that_is_told_truly_is_read_and_answered_in_utf_8(String encoding)
      throws Exception {
    String type = "text/xml; charset=" + encoding;
    Answer answer = ask(type, GOOD.getBytes(Charset.forName(encoding)));
    answers.mustBlameTheSender(answer);
    assertThat(answer.first("Reason")).isEqualTo("NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-7", "IBM037", "x-nobody", "no encoding", "\"\"", "%s", "x'y"})
  void an_encoding_that_hides_the_markup_or_is_none_is_refused(String encoding) throws Exception {
    Answer answer = ask("text/xml; charset=" + encoding, GOOD.getBytes(UTF_8));
    answers.mustBlameTheSender(answer);
    assertThat(answer.first("Rule")).contains("UTF-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "x"})
  void what_the_form_of_a_web_page_could_send_is_refused(String type) throws Exception {
    Answer answer = ask(type, GOOD.getBytes(UTF_8));
    answers.mustBlameTheSender(answer);
    assertThat(answer.first("Rule")).contains("Content-Type");
  }

  @Test
  void a_compressed_message_is_refused() throws Exception {
    HttpRequest.Builder request =
        client
            .request("soap/retrieval", SoapClient.XML11, BodyPublishers.ofString(GOOD))
            .header("Content-Encoding", "gzip");
    Answer answer = client.send(request);
    answers.mustBlameTheSender(answer);
    assertThat(answer.first("Rule")).contains("compressed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "soap/deposit?xsd=../archive.xsd",
        "soap/deposit?xsd=..%2Farchive.xsd",
        "soap/deposit?xsd=%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "soap/deposit?xsd=/etc/passwd",
        "soap/deposit?xsd=file:///etc/passwd",
        "soap/deposit?xsd=bindings.xjb",
        "soap/deposit?xsd=..%5C..%5Cserver.xml",
        "soap/deposit?xsd=archive.xsd%00.txt",
        "soap/deposit?wsdl=http://127.0.0.1/x",
        "soap/deposit?wsdl=deposit.wsdl",
        "soap/services",
        "soap/",
        "soap/deposit/more?wsdl"
      })
  void only_the_contract_itself_can_be_had(String address) throws Exception {
    for (String method : new String[] {"GET", "POST"}) {
      HttpRequest request =
          HttpRequest.newBuilder(system.httpsUri().resolve(address))
              .method(method, BodyPublishers.noBody())
              .timeout(Duration.ofSeconds(30))
              .build();
      String told = system.client().send(request, BodyHandlers.ofString()).body();
      assertThat(told).doesNotContain("root:", "<xs:", "wsdl:", "Available", "http://cxf");
    }
  }

  private Answer ask(String type, byte[] message) throws IOException, InterruptedException {
    return client.send(
        client
            .request("soap/retrieval", type, BodyPublishers.ofByteArray(message))
            .timeout(Duration.ofSeconds(60)));
  }

  private HttpRequest.Builder deposit(String type, byte[] message) throws IOException {
    return client
        .request("soap/deposit", type, BodyPublishers.ofByteArray(message))
        .header(
            "Authorization",
            SoapClient.basic(SoapClient.DEPOSITOR, system.password(SoapClient.DEPOSITOR)))
        .timeout(Duration.ofSeconds(60));
  }
}
