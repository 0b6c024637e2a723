package communique.doors;

import communique.doors.rest.Pictures;
import communique.support.RunningSystem;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A ministry system that hands over short statements over SOAP, and asks for them over REST. */
final class Depositor {
  private static final Pattern BRIEFING = Pattern.compile("<(?:\\w+:)?BriefingId>([^<]+)<");
  private static final String MESSAGE =
      """
      <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>
      <DepositBriefing xmlns="urn:communique:archive:1">
        <Office>%s</Office><Kind>statement</Kind>
        <Edition><Language>en</Language>%s<Content>%s
          <Body><Block><Type>paragraph</Type><Text><Span><Text>%s</Text></Span></Text></Block></Body>
          %s
        </Content></Edition>
      </DepositBriefing></soap:Body></soap:Envelope>
      """;

  private static final String PHOTO =
      """
      <Media><Placement><Role>photo</Role><Caption>The harbour at noon</Caption>
      <Credit>Photo: Harbour Office</Credit>
      <File><ContentType>image/png</ContentType><Content>%s</Content></File></Placement></Media>
      """;

  private final RunningSystem system;
  private final String office;
  private final String authorization;

  Depositor(RunningSystem system) throws IOException {
    this(system, "xv-depositor", "XV-PRES");
  }

  Depositor(RunningSystem system, String name, String office) throws IOException {
    this.system = system;
    this.office = office;
    String account = name + ":" + system.password(name);
    this.authorization =
        "Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8));
  }

  /** Hands over a statement and gives the answer, whatever it is. */
  HttpResponse<String> hand(String headline, String text) throws IOException, InterruptedException {
    return send(MESSAGE.formatted(office, "", headline(headline), text, ""));
  }

  /** Hands over a statement and gives the identity of its briefing. */
  UUID deposit(String headline, String text) throws IOException, InterruptedException {
    return acknowledged(hand(headline, text));
  }

  /** Hands over a statement that is not public before an instant (RFC 3339). */
  UUID depositUnderEmbargo(String headline, String instant)
      throws IOException, InterruptedException {
    String embargo = "<Embargo>" + instant + "</Embargo>";
    return acknowledged(
        send(MESSAGE.formatted(office, embargo, headline(headline), "Not before its time.", "")));
  }

  /** Hands over a statement under a reference of its own and gives the identity of its briefing. */
  UUID depositOnce(String reference, String headline, String text)
      throws IOException, InterruptedException {
    String edition = "<Edition><DepositorReference>" + reference + "</DepositorReference>";
    return acknowledged(
        send(
            MESSAGE
                .formatted(office, "", headline(headline), text, "")
                .replace("<Edition>", edition)));
  }

  /** Asks for a briefing over SOAP, as anybody may. */
  String fetch(String briefing) throws IOException, InterruptedException {
    return ask("<GetBriefing><BriefingId>" + briefing + "</BriefingId></GetBriefing>");
  }

  /** Asks something of the retrieval service, as anybody may. */
  String ask(String message) throws IOException, InterruptedException {
    String envelope =
        """
        <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>
        %s</soap:Body></soap:Envelope>"""
            .formatted(message.replaceFirst("[>]", " xmlns=\"urn:communique:archive:1\">"));
    HttpRequest request =
        HttpRequest.newBuilder(system.httpUri().resolve("soap/retrieval"))
            .header("Content-Type", "text/xml; charset=UTF-8")
            .header("SOAPAction", "\"\"")
            .POST(BodyPublishers.ofString(envelope))
            .build();
    return system.client().send(request, BodyHandlers.ofString()).body();
  }

  /** Hands over a text without headline, with a PNG, and gives the identity of its briefing. */
  UUID depositWithPhoto(String text, byte[] png) throws IOException, InterruptedException {
    return depositWithPhoto("", text, png);
  }

  /** The same, not public before an instant (RFC 3339). */
  UUID depositWithPhotoUnderEmbargo(String instant, String text, byte[] png)
      throws IOException, InterruptedException {
    return depositWithPhoto("<Embargo>" + instant + "</Embargo>", text, png);
  }

  private UUID depositWithPhoto(String embargo, String text, byte[] png)
      throws IOException, InterruptedException {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
    String photo = PHOTO.formatted(Base64.getEncoder().encodeToString(png));
    return acknowledged(send(MESSAGE.formatted(office, embargo, "", escaped, photo)));
  }

  /** Hands over a statement under embargo with a picture and gives the identity of its briefing. */
  String depositPhotoUnderEmbargo(String words) throws IOException, InterruptedException {
    String photo =
        PHOTO
            .formatted(Base64.getEncoder().encodeToString(Pictures.another()))
            .replace("The harbour at noon", words);
    return acknowledged(
            send(
                MESSAGE.formatted(
                    office,
                    "<Embargo>2099-01-01T00:00:00Z</Embargo>",
                    headline(words),
                    words,
                    photo)))
        .toString();
  }

  private static String headline(String words) {
    return "<Headline>" + words + "</Headline>";
  }

  /** The identity in a receipt. */
  static UUID acknowledged(HttpResponse<String> answer) {
    Matcher briefing = BRIEFING.matcher(answer.body());
    if (answer.statusCode() != 200 || !briefing.find()) {
      throw new AssertionError("no receipt: " + answer.statusCode() + " " + answer.body());
    }
    return UUID.fromString(briefing.group(1));
  }

  /** Asks as anybody may. */
  HttpResponse<String> get(String address) throws IOException, InterruptedException {
    return system
        .client()
        .send(
            HttpRequest.newBuilder(system.httpUri().resolve(address))
                .timeout(Duration.ofSeconds(30))
                .build(),
            BodyHandlers.ofString());
  }

  /** Asks as the depositor. */
  HttpResponse<String> getAsDepositor(String address) throws IOException, InterruptedException {
    return system
        .client()
        .send(
            HttpRequest.newBuilder(system.httpsUri().resolve(address))
                .header("Authorization", authorization)
                .timeout(Duration.ofSeconds(30))
                .build(),
            BodyHandlers.ofString());
  }

  private HttpResponse<String> send(String envelope) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(system.httpsUri().resolve("soap/deposit"))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Authorization", authorization)
            .header("Content-Type", "text/xml; charset=UTF-8")
            .header("SOAPAction", "\"\"")
            .timeout(Duration.ofSeconds(30))
            .POST(BodyPublishers.ofString(envelope))
            .build();
    return system.client().send(request, BodyHandlers.ofString());
  }
}
