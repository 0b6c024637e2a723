package communique.doors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;

import communique.doors.Matrix.Row;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/** What the rows of the matrix send: the least that is carried out if the caller may. */
final class MatrixRequests {
  private static final String SOAP =
      """
      <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>
      <%1$s xmlns="urn:communique:archive:1">%2$s</%1$s></soap:Body></soap:Envelope>
      """;

  private static final String EDITION =
      """
      <Edition><Language>%s</Language><Content><Headline>Matrix</Headline>
      <Body><Block><Type>paragraph</Type><Text><Span><Text>Matrix</Text></Span></Text></Block></Body>
      </Content></Edition>
      """;

  private static final String TEXT =
      ",\"body\":[{\"type\":\"paragraph\",\"text\":[{\"text\":\"Matrix\"}]}]}";

  static final String AUTHORITY = "{\"kind\":\"place\",\"names\":[{\"text\":\"Matrixburg\"}]}";

  /** By operationId; %1$s is the office, %2$s the account that the row is about, %3$s a file. */
  private static final Map<String, String> BODIES =
      Map.ofEntries(
          entry("IssueToken", "{\"account\":\"%2$s\",\"name\":\"matrix\",\"actions\":[\"read\"]}"),
          entry("IssueDigestSecret", "{\"account\":\"%2$s\"}"),
          entry("CreateAuthority", AUTHORITY),
          entry("CorrectAuthority", AUTHORITY),
          entry("ImportAuthorities", AUTHORITY),
          entry("SaveSearch", "{\"search\":\"q=matrix\"}"),
          entry("EraseAuthority", "{\"ground\":\"An order.\"}"),
          entry("PutAccount", "{\"role\":\"reader\"}"),
          entry(
              "DepositBriefing",
              "{\"office\":\"%1$s\",\"kind\":\"statement\",\"language\":\"en\"" + TEXT),
          entry("AddEdition", "{\"language\":\"de\"" + TEXT),
          entry("CorrectBriefing", "{\"significance\":\"minor\"" + TEXT),
          entry("WithdrawBriefing", "{\"reason\":\"Said in error.\"}"),
          entry("ReinstateBriefing", "{\"reason\":\"Said rightly.\"}"),
          entry("ChangeEmbargo", "{\"until\":\"2098-01-01T00:00:00Z\"}"),
          entry("RecallMedia", "{\"sha256\":\"%3$s\",\"reason\":\"Not theirs to give.\"}"),
          entry("EraseBriefing", "{\"extent\":\"everything\",\"ground\":\"An order.\"}"));

  private static final String FILE = "%PDF-1.4\n%%EOF\n";

  private MatrixRequests() {}

  /** The JSON that an operation of the REST door gets. */
  static String body(String operation, Row row, String file) {
    if (operation.equals("AttachMedia")) {
      return FILE;
    }
    if (operation.equals("StartImport")) {
      return Stage.IMPORTED;
    }
    if (operation.equals("WatchMessages")) {
      return "{\"until\":\"" + Instant.now().plusSeconds(60) + "\"}";
    }
    String body = BODIES.get(operation);
    if (body == null) {
      throw new AssertionError("MatrixRequests has no body for " + operation);
    }
    return body.formatted(Stage.officeOf(row), Stage.accountOf(row), file);
  }

  /** That somebody is meant by the word of a scene. */
  static String decision(Stage.Scene scene) {
    return "{\"decision\":\"confirmed\",\"text\":\"%s\"}".formatted(scene.word());
  }

  /**
   * The message that an operation of the SOAP door gets.
   *
   * @param receipt the identity of one, for GetReceipt
   */
  static String message(Row row, Stage.Scene scene, String receipt) {
    String id = "<BriefingId>" + scene.id() + "</BriefingId>";
    String edition = id + "<Language>en</Language>";
    String content =
        switch (row.operation()) {
          case "GetBriefing" -> id;
          case "GetVersion", "GetOriginal" -> edition + "<Version>1</Version>";
          case "GetBriefingAsOf" -> id + "<At>" + Instant.now() + "</At>";
          case "ListVersions" -> edition;
          case "ListBriefings" -> "<Office>" + Stage.officeOf(row) + "</Office><Limit>100</Limit>";
          case "SearchBriefings" -> "<Query>" + scene.word() + "</Query>";
          case "GetMedia" -> "<Sha256>" + scene.photo() + "</Sha256>";
          case "ListChanges" -> "";
          case "AddEdition" -> id + EDITION.formatted("de");
          case "CorrectBriefing" ->
              id
                  + "<ExpectedVersion>1</ExpectedVersion><Significance>minor</Significance>"
                  + EDITION.formatted("en");
          case "WithdrawBriefing" -> id + "<Reason>Said in error.</Reason>";
          case "ReinstateBriefing" -> id + "<Reason>Said rightly.</Reason>";
          case "ChangeEmbargo" -> id + "<Until>2098-01-01T00:00:00Z</Until>";
          case "LiftEmbargo" -> id;
          case "AttachMedia" ->
              "<ContentType>application/pdf</ContentType><Content>%s</Content>"
                  .formatted(Base64.getEncoder().encodeToString(FILE.getBytes(UTF_8)));
          case "GetReceipt" -> "<ReceiptId>" + receipt + "</ReceiptId>";
          case "DepositBriefing" ->
              "<Office>%s</Office><Kind>statement</Kind>".formatted(Stage.officeOf(row))
                  + EDITION.formatted("en");
          default ->
              throw new AssertionError("MatrixRequests has no message for " + row.operation());
        };
    return SOAP.formatted(row.operation(), content);
  }
}
