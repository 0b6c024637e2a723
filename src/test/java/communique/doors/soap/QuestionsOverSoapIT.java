package communique.doors.soap;

import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.soap.SoapClient.Answer;
import communique.support.RunningSystem;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.NodeList;

/** Who asks with several mistakes is told of all of them, by the names that the contract has. */
@ExtendWith(RunningSystem.Shared.class)
final class QuestionsOverSoapIT {
  private static final String ID = "01982f6a-5f3e-7cc1-8a52-0f6e3a9d2b11";
  private static final String FAR = "12025-01-01T00:00:00Z";

  private final RunningSystem system;
  private final SoapClient client;

  QuestionsOverSoapIT(RunningSystem system) {
    this.system = system;
    this.client = new SoapClient(system);
  }

  @ParameterizedTest
  @CsvSource({
    "GetVersion, <BriefingId>ID</BriefingId>, Language MISSING, Version MISSING",
    "GetOriginal, <BriefingId>ID</BriefingId>, Language MISSING, Version MISSING",
    "GetVersion, <BriefingId>ID</BriefingId><Language>xx-</Language><Version>0</Version>,"
        + " Version OUT_OF_RANGE, Language BAD_FORMAT",
    "ListChanges, <After>-5</After><Limit>5000</Limit>, After OUT_OF_RANGE, Limit OUT_OF_RANGE",
    "ListVersions, <BriefingId>x</BriefingId><Language>de</Language><Limit>5000</Limit>,"
        + " BriefingId BAD_FORMAT, Limit OUT_OF_RANGE",
    "ListVersions, <BriefingId>ID</BriefingId><Language>de</Language><After>x</After>"
        + "<Limit>5000</Limit>, After BAD_FORMAT, Limit OUT_OF_RANGE",
    "GetBriefingAsOf, <BriefingId>ID</BriefingId><Language>xx-</Language><At>FAR</At>,"
        + " Language BAD_FORMAT, At OUT_OF_RANGE"
  })
  void all_mistakes_are_told(String operation, String content, String first, String second)
      throws Exception {
    assertThat(told(asked(operation, content.replace("ID<", ID + "<").replace("FAR", FAR))))
        .containsExactlyInAnyOrder(first, second);
  }

  @ParameterizedTest
  @CsvSource({"GetVersion", "GetOriginal"})
  void a_version_that_does_not_exist_is_named_as_it_is_asked_for(String operation)
      throws Exception {
    String content =
        "<BriefingId>" + ID + "</BriefingId><Language>de</Language><Version>9</Version>";
    String password = system.password(SoapClient.DEPOSITOR);
    Answer answer =
        client.send(
            client
                .request(
                    "soap/retrieval",
                    SoapClient.XML11,
                    BodyPublishers.ofString(SoapMinistry.envelope(operation, content)))
                .header("Authorization", SoapClient.basic(SoapClient.DEPOSITOR, password)));
    assertThat(answer.first("Reason") + " " + answer.first("Field")).isEqualTo("NOT_FOUND Version");
  }

  @Test
  void children_without_a_namespace_are_told_which_it_must_be() throws Exception {
    String message =
        SoapClient.getBriefing(ID)
            .replace("GetBriefing xmlns", "n:GetBriefing xmlns:n")
            .replace("/GetBriefing", "/n:GetBriefing");
    Answer answer = client.retrieve(SoapClient.XML11, message);
    assertThat(answer.first("Field")).isEqualTo("BriefingId");
    assertThat(answer.first("Rule")).isEqualTo("must be of the namespace urn:communique:archive:1");
  }

  @Test
  void white_space_around_a_word_of_the_contract_says_nothing() throws Exception {
    Answer found = asked("GetBriefing", "<BriefingId>\n    " + ID + "\n  </BriefingId>");
    assertThat(found.first("Reason")).as(found.text()).isEqualTo("NOT_FOUND");
    Answer kind = asked("ListBriefings", "<Office> XV-PRES\n</Office><Kind>\n  readOut </Kind>");
    assertThat(kind.status()).as(kind.text()).isEqualTo(200);
    Answer within = asked("ListBriefings", "<Kind>read Out</Kind>");
    assertThat(within.first("Reason")).isEqualTo("UNKNOWN_VALUE");
    assertThat(within.first("Rule")).startsWith("must be one of readOut, ");
  }

  @Test
  void a_token_that_no_page_gave_is_refused() throws Exception {
    Answer answer = asked("ListBriefings", "<After>+999999999-01-01_1-1-1-1-1</After>");
    assertThat(told(answer)).containsExactly("After BAD_FORMAT");
  }

  private Answer asked(String operation, String content) throws Exception {
    Answer answer = client.retrieve(SoapClient.XML11, SoapMinistry.envelope(operation, content));
    if (answer.status() != 200) {
      new Answers().mustBlameTheSender(answer);
    }
    return answer;
  }

  private static List<String> told(Answer answer) {
    NodeList reasons = answer.xml().getElementsByTagNameNS("*", "Reason");
    NodeList fields = answer.xml().getElementsByTagNameNS("*", "Field");
    List<String> told = new ArrayList<>();
    // The first of several is told twice: by itself and in the list.
    for (int i = reasons.getLength() > 1 ? 1 : 0; i < reasons.getLength(); i++) {
      told.add(fields.item(i).getTextContent() + " " + reasons.item(i).getTextContent());
    }
    return told;
  }
}
