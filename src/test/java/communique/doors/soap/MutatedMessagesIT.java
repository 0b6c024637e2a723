package communique.doors.soap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.soap.SoapClient.Answer;
import communique.support.RunningSystem;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whatever is wrong with a message: its sender is told in the contract's words, and is to blame.
 */
@ExtendWith(RunningSystem.Shared.class)
final class MutatedMessagesIT {
  private static final int OF_EACH = 60;

  private final RunningSystem system;
  private final SoapClient client;
  private final Answers answers = new Answers();

  MutatedMessagesIT(RunningSystem system) {
    this.system = system;
    this.client = new SoapClient(system);
  }

  @Test
  void no_mutation_of_a_good_message_is_answered_with_anything_but_an_answer_of_the_contract()
      throws Exception {
    Mutations mutations = new Mutations();
    int refused = 0;
    List<Message> messages = messages();
    for (Message message : messages) {
      for (int i = 0; i < OF_EACH; i++) {
        byte[] mutated = mutations.of(new String(message.content(), ISO_8859_1));
        refused += isRefused(message, mutated) ? 1 : 0;
      }
    }
    assertThat(refused).isGreaterThan(messages.size() * OF_EACH / 3);
    assertThat(client.holdings()).endsWith(" 0");
  }

  private boolean isRefused(Message message, byte[] mutated) throws Exception {
    Answer answer = send(message, mutated);
    try {
      if (answer.status() == 200) {
        answers.mustBeSound(answer);
        return false;
      }
      answers.mustBlameTheSender(answer);
      return true;
    } catch (AssertionError e) {
      throw new AssertionError(e.getMessage() + "\nasked: " + new String(mutated, UTF_8), e);
    }
  }

  private Answer send(Message message, byte[] mutated) throws Exception {
    HttpRequest.Builder request =
        client
            .request(message.service(), message.type(), BodyPublishers.ofByteArray(mutated))
            .timeout(Duration.ofSeconds(60));
    if (message.service().endsWith("deposit")) {
      String password = system.password(SoapClient.DEPOSITOR);
      request.header("Authorization", SoapClient.basic(SoapClient.DEPOSITOR, password));
    }
    return client.send(request);
  }

  private static List<Message> messages() throws IOException {
    String[] deposits = {
      "depositBriefing/shortest.xml",
      "depositBriefing/without-headline.xml",
      "addEdition/translation.xml"
    };
    List<Message> all = new ArrayList<>();
    for (String deposit : deposits) {
      all.addAll(both("soap/deposit", SoapClient.example(deposit)));
    }
    all.addAll(both("soap/retrieval", SoapClient.example("getBriefing/one-language.xml")));
    Mtom photo = Mtom.of(SoapClient.example("depositBriefing/with-photo.xml"));
    all.add(new Message("soap/deposit", Mtom.TYPE, photo.bytes()));
    return all;
  }

  private static List<Message> both(String service, String message) {
    String newer = message.replace(SoapClient.SOAP11, SoapClient.SOAP12);
    return List.of(
        new Message(service, SoapClient.XML11, message.getBytes(UTF_8)),
        new Message(service, SoapClient.XML12, newer.getBytes(UTF_8)));
  }

  @SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
  private record Message(String service, String type, byte[] content) {}
}
