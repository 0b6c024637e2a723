package communique.doors.soap;

import static org.assertj.core.api.Assertions.assertThat;

import communique.support.RunningSystem;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The description is given out as HTTP has it, and leads no password to where it can be read. */
@ExtendWith(RunningSystem.Shared.class)
final class DescriptionOverHttpIT {
  private final RunningSystem system;

  DescriptionOverHttpIT(RunningSystem system) {
    this.system = system;
  }

  @ParameterizedTest
  @ValueSource(strings = {"wsdl", "singleWsdl"})
  void the_address_for_deposits_is_one_of_https_wherever_it_is_asked(String query)
      throws Exception {
    String https = "location=\"" + system.httpsUri().resolve("soap/deposit") + "\"";
    for (URI door : new URI[] {system.httpUri(), system.httpsUri()}) {
      String wsdl = sent("GET", door.resolve("soap/deposit?" + query)).body();
      assertThat(wsdl).contains(https).doesNotContain("location=\"http:");
    }
    // Whoever asks without a password may go on so.
    assertThat(sent("GET", system.httpUri().resolve("soap/retrieval?" + query)).body())
        .contains("location=\"" + system.httpUri().resolve("soap/retrieval") + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "deposit?wsdl",
        "deposit?singleWsdl",
        "retrieval?xsd=archive.xsd",
        "deposit",
        "nothing"
      })
  void head_is_answered_as_get_without_a_body(String path) throws Exception {
    URI address = system.httpUri().resolve("soap/" + path);
    HttpResponse<String> got = sent("GET", address);
    HttpResponse<String> head = sent("HEAD", address);
    assertThat(head.statusCode()).isEqualTo(got.statusCode());
    assertThat(head.body()).isEmpty();
    for (String name : new String[] {"Content-Type", "Content-Length", "Allow"}) {
      if (got.statusCode() == 200 || name.equals("Allow")) {
        assertThat(head.headers().firstValue(name))
            .as(name)
            .isEqualTo(got.headers().firstValue(name));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, deposit, POST",
    "GET, deposit, POST",
    "DELETE, deposit?wsdl, 'GET, HEAD, POST'",
    "PUT, '', 'GET, HEAD'",
    "POST, '', 'GET, HEAD'"
  })
  void a_method_that_is_not_offered_is_told_which_are(String method, String path, String allowed)
      throws Exception {
    HttpResponse<String> answer = sent(method, system.httpUri().resolve("soap/" + path));
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).hasValue(allowed);
  }

  @Test
  void what_does_not_exist_offers_no_method() throws Exception {
    HttpResponse<String> answer = sent("PUT", system.httpUri().resolve("soap/nothing"));
    assertThat(answer.statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> sent(String method, URI address) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(address).method(method, BodyPublishers.noBody()).build();
    return system.client().send(request, BodyHandlers.ofString());
  }
}
