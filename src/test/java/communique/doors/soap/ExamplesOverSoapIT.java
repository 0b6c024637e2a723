package communique.doors.soap;

import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.soap.SoapClient.Answer;
import communique.support.RunningSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The examples of what is done with a briefing, one after the other as an office sends them. */
@ExtendWith(RunningSystem.Shared.class)
final class ExamplesOverSoapIT {
  private static final String IDENTITY = "01982f6a-5f3e-7cc1-8a52-0f6e3a9d2b11";

  private final SoapClient client;

  ExamplesOverSoapIT(RunningSystem system) {
    this.client = new SoapClient(system);
  }

  @Test
  void a_briefing_is_corrected_translated_withdrawn_and_shown_again() throws Exception {
    Answer receipt = client.deposit(SoapClient.example("depositBriefing/shortest.xml"));
    String id = receipt.first("BriefingId");
    assertThat(sent("getReceipt/again.xml", receipt.first("ReceiptId")).first("Digest"))
        .isEqualTo(receipt.first("Digest"));
    assertThat(sent("correctBriefing/minor.xml", id).first("Version")).isEqualTo("2");
    assertThat(sent("correctBriefing/major.xml", id).first("Version")).isEqualTo("3");
    assertThat(sent("correctBriefing/minor.xml", id).first("Reason")).isEqualTo("VERSION_CHANGED");
    assertThat(sent("addEdition/translation.xml", id).first("Language")).isEqualTo("fr");
    Answer edition = sent("withdrawBriefing/one-edition.xml", id);
    assertThat(edition.first("State") + " " + edition.first("Language")).isEqualTo("withdrawn fr");
    Answer all = sent("withdrawBriefing/whole-briefing.xml", id);
    assertThat(all.first("State") + " " + all.first("Title")).isEqualTo("withdrawn A statement");
    assertThat(client.retrieve(SoapClient.XML11, SoapClient.getBriefing(id)).first("Reason"))
        .isEqualTo("WITHDRAWN");
    assertThat(sent("reinstateBriefing/whole-briefing.xml", id).first("State"))
        .isEqualTo("reinstated");
    assertThat(client.retrieve(SoapClient.XML11, SoapClient.getBriefing(id)).text())
        .contains("which names the right valley", "Elle a une phrase.");
  }

  @Test
  void an_embargo_is_moved_and_lifted() throws Exception {
    String embargoed =
        SoapClient.example("depositBriefing/shortest.xml")
            .replace("<Content>", "<Embargo>2099-01-01T00:00:00Z</Embargo><Content>");
    String id = client.deposit(embargoed).first("BriefingId");
    assertThat(sent("changeEmbargo/one-language.xml", id).first("Versions")).isEqualTo("1");
    assertThat(client.retrieve(SoapClient.XML11, SoapClient.getBriefing(id)).first("Reason"))
        .isEqualTo("NOT_FOUND");
    assertThat(sent("liftEmbargo/all-languages.xml", id).first("Versions")).isEqualTo("1");
    assertThat(client.retrieve(SoapClient.XML11, SoapClient.getBriefing(id)).has("Content"))
        .isTrue();
  }

  private Answer sent(String example, String id) throws Exception {
    return client.deposit(SoapClient.example(example).replace(IDENTITY, id));
  }
}
