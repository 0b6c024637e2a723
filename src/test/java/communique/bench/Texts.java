package communique.bench;

import java.util.Random;

/** A briefing of about 3 KB as its office hands it over, always the same words. */
final class Texts {
  private static final String[] WORDS =
      ("President Varga harbour minister agreement spoke today government of the and with Arntal"
              + " region volunteers thanked bridge railway council about cooperation visit energy"
              + " water school border trade partners measures announced further in detail for"
              + " citizens support programme years new first joint statement signed delegation"
              + " telephone call underlined importance security growth climate neighbours"
              + " exchange library students flood relief funds million reconstruction works")
          .split(" ");
  private static final int PARAGRAPHS = 6;

  /** A word that all texts have. */
  static final String COMMON = "Varga";

  /** A word that few texts have. */
  static final String RARE = "kittiwakes";

  /** A word that some texts have. */
  static final String OCCASIONAL = "gannets";

  private static final int WORDS_EACH = 62;

  private Texts() {}

  /** As JSON, with {@code @@} where a text belongs that never comes twice. */
  static String json() {
    StringBuilder body = new StringBuilder();
    Random random = new Random(7);
    for (int i = 0; i < PARAGRAPHS; i++) {
      body.append(i == 0 ? "" : ",")
          .append("{\"type\":\"paragraph\",\"text\":[{\"text\":\"")
          .append(sentence(random))
          .append("\"}]}");
    }
    return """
        {"office":"XV-PRES","kind":"readOut","language":"en","depositorReference":"@@",\
        "headline":"President Varga thanks the volunteers of the Arntal","section":"Society",\
        "eventDate":"2026-11-19","issued":{"date":"2026-11-20"},"keywords":["volunteers"],"body":[%s]}"""
        .formatted(body);
  }

  /** The same as a SOAP message. */
  static String soap() {
    StringBuilder body = new StringBuilder();
    Random random = new Random(7);
    for (int i = 0; i < PARAGRAPHS; i++) {
      body.append("<Block><Type>paragraph</Type><Text><Span><Text>")
          .append(sentence(random))
          .append("</Text></Span></Text></Block>");
    }
    return """
        <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>\
        <DepositBriefing xmlns="urn:communique:archive:1"><Office>XV-PRES</Office>\
        <Kind>readOut</Kind><Edition><DepositorReference>@@</DepositorReference>\
        <Language>en</Language><Content>\
        <Headline>President Varga thanks the volunteers of the Arntal</Headline>\
        <Section>Society</Section><Issued><Date>2026-11-20</Date></Issued><Body>%s</Body>\
        </Content></Edition></DepositBriefing></soap:Body></soap:Envelope>"""
        .formatted(body);
  }

  /** A SOAP message that asks for a briefing. */
  static String getBriefing(String id) {
    return """
        <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>\
        <GetBriefing xmlns="urn:communique:archive:1"><BriefingId>%s</BriefingId></GetBriefing>\
        </soap:Body></soap:Envelope>"""
        .formatted(id);
  }

  /** A text with a word that others have not. */
  static String with(String word, String text) {
    return text.replace("volunteers of", word + " of");
  }

  /** A SOAP message that searches. */
  static String searchBriefings(String query) {
    return """
        <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>\
        <SearchBriefings xmlns="urn:communique:archive:1"><Query>%s</Query>\
        <Language>en</Language><Limit>20</Limit></SearchBriefings></soap:Body></soap:Envelope>"""
        .formatted(query);
  }

  private static String sentence(Random random) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < WORDS_EACH; i++) {
      words.append(WORDS[random.nextInt(WORDS.length)]).append(i % 20 == 19 ? ". " : " ");
    }
    return words.append("at the end.").toString();
  }
}
