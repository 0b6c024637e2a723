package communique.doors.soap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Envelopes that are made to do harm; each is answered with a refusal. */
final class Attacks {
  private static final String BRIEFING = "01982f6a-5f3e-7cc1-8a52-0f6e3a9d2b11";
  private static final String GOOD = SoapClient.getBriefing(BRIEFING);
  private static final String XSI = "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' ";

  private Attacks() {}

  /** By name; to be sent to the retrieval service. */
  static Map<String, byte[]> all(Sentinel sentinel) {
    Map<String, byte[]> all = new LinkedHashMap<>();
    entities(sentinel).forEach((name, text) -> all.put(name, text.getBytes(UTF_8)));
    fetching(sentinel).forEach((name, text) -> all.put(name, text.getBytes(UTF_8)));
    sizes().forEach((name, text) -> all.put(name, text.getBytes(UTF_8)));
    all.putAll(encodings());
    return all;
  }

  private static Map<String, String> entities(Sentinel sentinel) {
    String laughs =
        IntStream.range(1, 10)
            .mapToObj(i -> "<!ENTITY l%d '%s'>".formatted(i, ("&l" + (i - 1) + ";").repeat(10)))
            .collect(Collectors.joining());
    Map<String, String> all = new LinkedHashMap<>();
    all.put("a billion laughs", doctype("<!ENTITY l0 'ha'>" + laughs, "&l9;"));
    all.put("a quadratic bomb", doctype(entity("a", "x".repeat(50_000)), "&a;".repeat(10_000)));
    all.put("an entity of itself", doctype(entity("a", "&b;") + entity("b", "&a;"), "&a;"));
    String parameter = "<!ENTITY %% p SYSTEM '%s'> %%p;";
    all.put("a parameter entity", doctype(parameter.formatted(sentinel.address("http")), BRIEFING));
    all.put("a parameter entity of a file", doctype(parameter.formatted(sentinel.file()), ""));
    for (String source : new String[] {sentinel.file(), sentinel.address("http")}) {
      all.put(
          "an external entity " + source, doctype("<!ENTITY e SYSTEM '" + source + "'>", "&e;"));
      all.put(
          "an external document type " + source,
          "<!DOCTYPE x SYSTEM '" + source + "'>" + SoapClient.getBriefing("&e;"));
    }
    all.put("an entity that nobody declared", SoapClient.getBriefing(BRIEFING + "&nothing;"));
    return all;
  }

  private static Map<String, String> fetching(Sentinel sentinel) {
    Map<String, String> all = new LinkedHashMap<>();
    for (String source : new String[] {sentinel.file(), sentinel.address("http")}) {
      all.put(
          "an inclusion " + source,
          SoapClient.getBriefing(
              "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' parse='text' href='"
                  + source
                  + "'/>"));
      all.put(
          "a place of the schema " + source,
          GOOD.replace(
              "<BriefingId",
              "<BriefingId "
                  + XSI
                  + "xsi:schemaLocation='urn:communique:archive:1 "
                  + source
                  + "'"));
      all.put(
          "a place of another schema " + source,
          GOOD.replace(
              "<BriefingId",
              "<BriefingId " + XSI + "xsi:noNamespaceSchemaLocation='" + source + "'"));
      all.put("a stylesheet " + source, "<?xml-stylesheet href='" + source + "'?>" + GOOD);
      all.put(
          "a part that is elsewhere " + source,
          SoapClient.getBriefing(
              "<i:Include xmlns:i='http://www.w3.org/2004/08/xop/include' href='"
                  + source
                  + "'/>"));
    }
    return all;
  }

  private static Map<String, String> sizes() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("nesting", SoapClient.getBriefing("<a>".repeat(100_000)));
    all.put("nesting in the header", header("<a xmlns='urn:x'>".repeat(10_000)));
    all.put("siblings", SoapClient.getBriefing("<a/>".repeat(200_000)));
    all.put("siblings in the header", header("<a xmlns='urn:x'/>".repeat(10_000)));
    all.put(
        "attributes", GOOD.replace("<BriefingId", "<BriefingId" + numbered(" a%d='x'", 60_000)));
    all.put(
        "namespaces",
        GOOD.replace("<BriefingId", "<BriefingId" + numbered(" xmlns:a%d='x'", 50_000)));
    all.put(
        "an attribute", GOOD.replace("<BriefingId", "<BriefingId a='" + "x".repeat(900_000) + "'"));
    all.put(
        "a namespace",
        GOOD.replace("<BriefingId", "<BriefingId xmlns:a='" + "x".repeat(900_000) + "'"));
    all.put(
        "the name of an attribute",
        GOOD.replace("<BriefingId", "<BriefingId " + "x".repeat(900_000) + "=''"));
    all.put("the name of an element", SoapClient.getBriefing("<" + "x".repeat(900_000) + "/>"));
    all.put(
        "the name of an element in the header",
        header("<" + "x".repeat(200_000) + " xmlns='urn:x'/>"));
    all.put(
        "a prefix",
        GOOD.replace("<BriefingId", "<BriefingId xmlns:" + "x".repeat(900_000) + "='urn:x'"));
    all.put("a comment", "<!--" + "x".repeat(900_000) + "-->" + GOOD);
    all.put("a text in the header", header("<a xmlns='urn:x'>" + "x".repeat(900_000) + "</a>"));
    all.put("a whole message", GOOD + " ".repeat(2_000_000));
    return all;
  }

  private static Map<String, byte[]> encodings() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("UTF-7", declared("UTF-7").replace("<Brief", "+ADw-Brief").getBytes(UTF_8));
    all.put("EBCDIC", declared("IBM037").getBytes(Charset.forName("IBM037")));
    all.put("EBCDIC that is none", declared("IBM037").getBytes(UTF_8));
    all.put("UTF-16 that is none", declared("UTF-16").getBytes(UTF_8));
    all.put("an encoding that nobody knows", declared("x-nobody").getBytes(UTF_8));
    all.put("a name that no encoding can have", declared("x.y:z").getBytes(UTF_8));
    byte[] overlong = GOOD.replace("01982", "<<982").getBytes(UTF_8);
    for (int i = 0; i < overlong.length - 1; i++) {
      if (overlong[i] == '<' && overlong[i + 1] == '<') {
        overlong[i] = (byte) 0xC0;
        overlong[i + 1] = (byte) 0xBC;
      }
    }
    all.put("a sign that is longer than it must be", overlong);
    all.put("nothing but nothing", new byte[10_000]);
    all.put("a zero", SoapClient.getBriefing(BRIEFING + "\0").getBytes(UTF_8));
    all.put("a zero as a reference", SoapClient.getBriefing("&#0;").getBytes(UTF_8));
    return all;
  }

  private static String declared(String encoding) {
    return "<?xml version='1.0' encoding='" + encoding + "'?>" + GOOD;
  }

  private static String doctype(String inside, String content) {
    return "<!DOCTYPE x [" + inside + "]>" + SoapClient.getBriefing(content);
  }

  private static String entity(String name, String value) {
    return "<!ENTITY " + name + " '" + value + "'>";
  }

  private static String header(String content) {
    return GOOD.replace("<s:Body>", "<s:Header>" + content + "</s:Header><s:Body>");
  }

  private static String numbered(String form, int count) {
    return IntStream.range(0, count).mapToObj(form::formatted).collect(Collectors.joining());
  }
}
