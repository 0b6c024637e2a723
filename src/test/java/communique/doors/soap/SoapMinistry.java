package communique.doors.soap;

import communique.doors.MinistrySystem;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A ministry system that speaks SOAP: its files travel beside the message (MTOM). */
final class SoapMinistry implements MinistrySystem {
  private static final Pattern CAPITAL = Pattern.compile("(^|\\.)([A-Z])");

  /** What REST calls otherwise. */
  private static final Map<String, String> IN_REST =
      Map.of(
          "BriefingId", "briefing",
          "ReceiptId", "receipt",
          "ExpectedVersion", "version",
          "Edition.Content.ReasonForChange", "reason");

  private final SoapClient client;

  SoapMinistry(SoapClient client) {
    this.client = client;
  }

  @Override
  public Answer deposit(Text text) throws Exception {
    return send(
        "DepositBriefing",
        element("Office", "XV-PRES") + element("Kind", "statement") + edition(text));
  }

  @Override
  public Answer add(String briefing, Text text) throws Exception {
    return send("AddEdition", element("BriefingId", briefing) + edition(text));
  }

  @Override
  public Answer correct(String briefing, int seen, String significance, Text text)
      throws Exception {
    return send(
        "CorrectBriefing",
        element("BriefingId", briefing)
            + element("ExpectedVersion", "" + seen)
            + element("Significance", significance)
            + edition(text));
  }

  @Override
  public Answer withdraw(
      String briefing, @Nullable String language, String reason, boolean titleShown)
      throws Exception {
    return send(
        "WithdrawBriefing",
        word(briefing, language, reason) + element("TitleShown", "" + titleShown));
  }

  @Override
  public Answer reinstate(String briefing, @Nullable String language, String reason)
      throws Exception {
    return send("ReinstateBriefing", word(briefing, language, reason));
  }

  @Override
  public Answer changeEmbargo(String briefing, Instant until, List<String> languages)
      throws Exception {
    return send("ChangeEmbargo", editions(briefing, languages) + element("Until", "" + until));
  }

  @Override
  public Answer liftEmbargo(String briefing, List<String> languages) throws Exception {
    return send("LiftEmbargo", editions(briefing, languages));
  }

  @Override
  public Answer attach(String type, byte[] file, String sha256) throws Exception {
    String root = envelope("AttachMedia", Mtom.attachment(type, sha256));
    return answer(client.deposit(Mtom.TYPE, new Mtom(root, file).bytes()));
  }

  @Override
  public Answer receipt(String id) throws Exception {
    return send("GetReceipt", element("ReceiptId", id));
  }

  private Answer send(String operation, String content) throws Exception {
    return answer(client.deposit(envelope(operation, content)));
  }

  static String envelope(String operation, String content) {
    return "<s:Envelope xmlns:s='%s'><s:Body><%2$s xmlns='urn:communique:archive:1'>%3$s</%2$s></s:Body></s:Envelope>"
        .formatted(SoapClient.SOAP11, operation, content);
  }

  private static String edition(Text text) {
    Map<String, String> more = text.more();
    String from = more.get("translatedFrom");
    String photo = more.get("photo");
    return "<Edition>"
        + element("DepositorReference", more.get("reference"))
        + element("Language", text.language())
        + (from == null
            ? ""
            : "<Translation>"
                + element("From", from)
                + element("Version", more.get("translatedVersion"))
                + "</Translation>")
        + element("Embargo", more.get("embargo"))
        + "<Content>"
        + element("Headline", text.headline())
        + "<Body><Block><Type>paragraph</Type><Text><Span><Text>"
        + text.headline()
        + " was said.</Text></Span></Text></Block></Body>"
        + (photo == null
            ? ""
            : "<Media><Placement><Role>photo</Role><File><ContentType>image/png</ContentType>"
                + element("Sha256", photo)
                + "</File></Placement></Media>")
        + element("ReasonForChange", more.get("reason"))
        + "</Content></Edition>";
  }

  private static String word(String briefing, @Nullable String language, String reason) {
    return element("BriefingId", briefing)
        + element("Language", language)
        + element("Reason", reason);
  }

  private static String editions(String briefing, List<String> languages) {
    String all =
        languages.stream().map(each -> element("Language", each)).collect(Collectors.joining());
    return element("BriefingId", briefing)
        + (all.isEmpty() ? "" : "<Languages>" + all + "</Languages>");
  }

  private static String element(String name, @Nullable String text) {
    return text == null ? "" : "<" + name + ">" + text + "</" + name + ">";
  }

  private static MinistrySystem.Answer answer(SoapClient.Answer answer) {
    if (answer.has("Refusal")) {
      return new MinistrySystem.Answer(
          answer.first("Reason"),
          inRest(answer.first("Field")),
          Map.of("rule", answer.first("Rule")));
    }
    Map<String, String> values = new HashMap<>();
    Element body = (Element) answer.xml().getElementsByTagNameNS(SoapClient.SOAP11, "Body").item(0);
    gather(body.getFirstChild(), values);
    return new MinistrySystem.Answer("", "", values);
  }

  // Each answer has its values in one element of one element.
  private static void gather(Node node, Map<String, String> values) {
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child.getFirstChild() instanceof Element) {
        gather(child, values);
      } else {
        values.put(told(child.getLocalName()), child.getTextContent());
      }
    }
  }

  private static String told(String name) {
    return switch (name) {
      case "ReceiptId" -> "id";
      case "ContentType" -> "type";
      default -> inRest(name);
    };
  }

  private static String inRest(String path) {
    String field = IN_REST.get(path);
    return field != null
        ? field
        : CAPITAL
            .matcher(path.replace("Edition.Content.", "").replace("Edition.", ""))
            .replaceAll(found -> found.group(1) + found.group(2).toLowerCase(Locale.ROOT));
  }
}
