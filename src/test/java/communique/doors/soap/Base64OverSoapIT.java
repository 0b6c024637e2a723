package communique.doors.soap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.rest.Pictures;
import communique.doors.soap.SoapClient.Answer;
import communique.support.RunningSystem;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A file that comes in base64 is kept as its sender has it, or not at all. */
@ExtendWith(RunningSystem.Shared.class)
final class Base64OverSoapIT {
  private static final String PNG = "<ContentType>image/png</ContentType>";
  private static final String FILE = "Edition.Content.Media[0].File.Content";

  private final SoapClient client;

  Base64OverSoapIT(RunningSystem system) {
    this.client = new SoapClient(system);
  }

  @Test
  void broken_base64_is_refused_at_its_field() throws Exception {
    String before = client.holdings();
    String deposit = SoapClient.example("depositBriefing/with-photo.xml");
    byte[] photo = Mtom.of(deposit).photo();
    String good = deposit.substring(deposit.indexOf("<Content>iVBO"));
    good = good.substring("<Content>".length(), good.indexOf("</Content>"));
    for (String broken : broken(encoded(photo))) {
      mustRefuse(client.deposit(attach("<Content>" + broken + "</Content>")), "Content");
      mustRefuse(client.deposit(deposit.replace(good, broken)), FILE);
    }
    assertThat(client.holdings()).isEqualTo(before);
  }

  @Test
  void a_part_in_broken_base64_is_refused_at_the_field_that_names_it() throws Exception {
    String before = client.holdings();
    Mtom deposit = Mtom.of(SoapClient.example("depositBriefing/with-photo.xml"));
    String root = attach(Mtom.INCLUDE);
    for (String broken : broken(encoded(deposit.photo()))) {
      mustRefuse(client.deposit(Mtom.TYPE, part(root, broken)), "Content");
      mustRefuse(client.deposit(Mtom.TYPE, part(deposit.root(), broken)), FILE);
    }
    // Far behind what was read with the envelope.
    String late = encoded(new byte[300_000]) + "!!!!";
    mustRefuse(client.deposit(Mtom.TYPE, part(root, late)), "Content");
    mustRefuse(client.deposit(Mtom.TYPE, part(deposit.root(), late)), FILE);
    assertThat(client.holdings()).isEqualTo(before);
  }

  @Test
  void base64_in_lines_is_the_file_that_was_sent() throws Exception {
    byte[] png = Pictures.another();
    String lines = Base64.getMimeEncoder().encodeToString(png);
    Answer within = client.deposit(attach("<Content>\n  " + lines + "\n</Content>"));
    assertThat(within.first("Size")).as(within.text()).isEqualTo("" + png.length);
    Answer beside = client.deposit(Mtom.TYPE, part(attach(Mtom.INCLUDE), lines));
    assertThat(beside.first("Sha256")).as(beside.text()).isEqualTo(within.first("Sha256"));
  }

  private static void mustRefuse(Answer answer, String field) {
    new Answers().mustBlameTheSender(answer);
    assertThat(answer.first("Reason")).as(answer.text()).isEqualTo("BAD_FORMAT");
    assertThat(answer.first("Rule")).isEqualTo("must be base64");
    assertThat(answer.first("Field")).isEqualTo(field);
  }

  private static String[] broken(String good) {
    String begin = good.substring(0, 40);
    String rest = good.substring(44);
    return new String[] {
      begin + "!!!!" + rest,
      begin + "====" + rest,
      begin + "%2B" + rest,
      begin + "-_-_" + rest,
      begin + good.substring(41),
      good + "AA"
    };
  }

  private static String encoded(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String attach(String content) {
    return SoapMinistry.envelope("AttachMedia", PNG + content);
  }

  private static byte[] part(String root, String base64) throws Exception {
    return new String(new Mtom(root, base64.getBytes(UTF_8)).bytes(), ISO_8859_1)
        .replace("Transfer-Encoding: binary", "Transfer-Encoding: base64")
        .getBytes(ISO_8859_1);
  }
}
