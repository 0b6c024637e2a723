package communique.doors;

import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.rest.Api;
import communique.support.RunningSystem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The record as it is asked for over SOAP. */
final class RetrievalOverSoapIT extends RetrievalContract {
  RetrievalOverSoapIT(RunningSystem system) throws IOException {
    super(system, new OverSoap(system));
  }

  private record OverSoap(RunningSystem system) implements Asking {
    private static final String ENVELOPE =
        """
        <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>
        <%1$s xmlns="urn:communique:archive:1">%2$s</%1$s></s:Body></s:Envelope>""";

    /** The contract's elements by the names that REST has, in the contract's order. */
    private static final String[][] NAMES = {
      {"id", "BriefingId"},
      {"q", "Query"},
      {"sha256", "Sha256"},
      {"language", "Language"},
      {"office", "Office"},
      {"number", "Version"},
      {"at", "At"},
      {"kind", "Kind"},
      {"section", "Section"},
      {"issuedFrom", "IssuedFrom"},
      {"issuedTo", "IssuedTo"},
      {"eventFrom", "EventFrom"},
      {"eventTo", "EventTo"},
      {"media", "HasMedia"},
      {"mention", "Mention"},
      {"subject", "Subject"},
      {"after", "After"},
      {"limit", "Limit"}
    };

    @Override
    public Answer ask(String account, String operation, Map<String, String> question)
        throws Exception {
      Document answer = send(account, operation, question);
      if (answer.getElementsByTagNameNS("*", "Fault").getLength() > 0) {
        return new Answer(text(answer.getDocumentElement(), "Reason"), List.of(), "");
      }
      Element body = answer.getDocumentElement();
      String[] next = Stream.of("Next").filter(each -> has(body, each)).toArray(String[]::new);
      return new Answer("", items(operation, body), next.length == 0 ? "" : text(body, "Next"));
    }

    private static List<String> items(String operation, Element body) {
      return switch (operation) {
        case "GetVersion", "GetBriefingAsOf" -> all(body, "Edition", "Headline");
        case "ListBriefings" -> all(body, "Briefing", "BriefingId");
        case "SearchBriefings" -> all(body, "Hit", "BriefingId");
        case "ListVersions" -> all(body, "Version", "Number", "Significance");
        default -> all(body, "Change", "BriefingId", "Verb", "Version", "Significance");
      };
    }

    @Override
    public byte[] file(String account, String sha256) throws Exception {
      return content(send(account, "GetMedia", Map.of("sha256", sha256)));
    }

    @Override
    public byte[] original(String account, String id) throws Exception {
      return content(
          send(account, "GetOriginal", Map.of("id", id, "language", "en", "number", "1")));
    }

    private static byte[] content(Document answer) {
      return Base64.getMimeDecoder().decode(text(answer.getDocumentElement(), "Content"));
    }

    private Document send(String account, String operation, Map<String, String> question)
        throws Exception {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(system.httpsUri().resolve("soap/retrieval"))
              .header("Content-Type", "text/xml; charset=utf-8")
              .POST(BodyPublishers.ofString(message(operation, question)));
      if (!account.isEmpty()) {
        request.header("Authorization", new Api(system).account(account));
      }
      byte[] answer = system.client().send(request.build(), BodyHandlers.ofByteArray()).body();
      assertThat(new String(answer, StandardCharsets.UTF_8)).doesNotContain("nil=");
      return DocumentBuilderFactory.newDefaultNSInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(answer));
    }

    private static String message(String operation, Map<String, String> question) {
      List<String[]> order = new ArrayList<>(List.of(NAMES));
      if (operation.equals("ListBriefings")) {
        // Where the office comes before the language.
        order.add(0, order.remove(4));
      }
      return ENVELOPE.formatted(
          operation,
          order.stream()
              .filter(each -> question.containsKey(each[0]))
              .map(each -> "<%1$s>%2$s</%1$s>".formatted(each[1], question.get(each[0])))
              .collect(Collectors.joining()));
    }

    private static List<String> all(Element body, String item, String... parts) {
      NodeList found = body.getElementsByTagNameNS("*", item);
      List<String> items = new ArrayList<>();
      for (int i = 0; i < found.getLength(); i++) {
        Element each = (Element) found.item(i);
        if (has(each, parts[0])) {
          items.add(
              Stream.of(parts)
                  .filter(part -> has(each, part))
                  .map(part -> text(each, part))
                  .collect(Collectors.joining(" ")));
        }
      }
      return items;
    }

    private static boolean has(Element parent, String name) {
      return parent.getElementsByTagNameNS("*", name).getLength() > 0;
    }

    private static String text(Element parent, String name) {
      return parent.getElementsByTagNameNS("*", name).item(0).getTextContent();
    }
  }
}
