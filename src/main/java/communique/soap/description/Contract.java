package communique.soap.description;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * The contract of the two services, as {@code schemas/soap} has it. Over HTTP, {@code ?wsdl} gives
 * a service's description, {@code ?xsd=archive.xsd} the schema that it names, and {@code
 * ?singleWsdl} both in one for tools that do not follow imports; the folder of the services gives a
 * page for people.
 */
public final class Contract {
  /** The namespace of all messages; its last part is the version. */
  public static final String NAMESPACE = "urn:communique:archive:1";

  /** Where the contract lies in the WAR. */
  public static final String FOLDER = "schemas/soap/";

  private static final String XSD = "archive.xsd";
  private static final String WSDL = "wsdl";
  private static final String SINGLE = "singleWsdl";
  private static final String SCHEMA = "xsd=" + XSD;
  private static final String READING = "GET, HEAD";
  private static final String SENDING = "POST";

  /** The service that takes nothing by plain HTTP. */
  private static final String SECURED = "deposit";

  private static final Pattern ADDRESS = Pattern.compile("https://localhost:9443/soap/\\w+");
  private static final Pattern IMPORT =
      Pattern.compile("<xs:schema>.*?</xs:schema>", Pattern.DOTALL);
  private static final Pattern PROLOGUE = Pattern.compile("^<\\?xml[^>]*>\\s*");

  private final String xsd = read(XSD);
  private final Map<String, String> wsdls =
      Map.of("deposit", read("deposit.wsdl"), "retrieval", read("retrieval.wsdl"));
  private final ContractPage page = new ContractPage(xsd, wsdls);

  /** The schema of all messages, safe for use by several threads. */
  public Schema schema() {
    SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      return factory.newSchema(new StreamSource(new StringReader(xsd)));
    } catch (SAXException e) {
      throw new IllegalStateException("the contract's schema is broken", e);
    }
  }

  /**
   * The names of the types whose values are words of the contract or have a form that it gives, and
   * no text of anybody's.
   */
  public Set<String> codes() {
    return Xml.children(Xml.parsed(xsd), "simpleType").stream()
        .filter(Contract::isCode)
        .map(Xml::named)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isCode(Element type) {
    Element restriction = Xml.child(type, "restriction");
    return restriction.getAttribute("base").equals("xs:string")
        && Stream.of("enumeration", "pattern")
            .anyMatch(facet -> !Xml.children(restriction, facet).isEmpty());
  }

  /** Whether a service has this path, such as {@code /deposit}. */
  public boolean has(@Nullable String path) {
    return path != null && path.startsWith("/") && wsdls.containsKey(path.substring(1));
  }

  /**
   * How an address is asked, as {@code Allow} names it (RFC 9110, section 10.2.1); empty when there
   * is nothing.
   */
  public String allowed(HttpServletRequest request) {
    String service = service(request);
    if (service.isEmpty()) {
      return READING;
    }
    String query = request.getQueryString();
    boolean described = query != null && isDescription(query);
    return !wsdls.containsKey(service) ? "" : described ? READING + ", " + SENDING : SENDING;
  }

  /**
   * Answers a GET: with the file that was asked for, or with where it is.
   *
   * @param httpsPort at which this server answers by HTTPS
   */
  public void answer(HttpServletRequest request, HttpServletResponse response, int httpsPort)
      throws IOException {
    String service = service(request);
    String found = find(service, request, httpsPort);
    if (service.isEmpty()) {
      page.answer(response);
    } else if (found != null) {
      response.setContentType("text/xml; charset=UTF-8");
      byte[] bytes = found.getBytes(StandardCharsets.UTF_8);
      response.setContentLength(bytes.length);
      response.getOutputStream().write(bytes);
    } else if (wsdls.containsKey(service) && request.getQueryString() == null) {
      notByGet(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  // Whoever opens the address of a service in a browser looks for its description.
  private static void notByGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    response.setHeader("Allow", SENDING);
    response.setContentType("text/plain; charset=UTF-8");
    String address = AskedAddress.of(request).toString();
    response
        .getWriter()
        .printf(
            "SOAP messages are sent here by POST. Their description is at %s?wsdl, and at %s for"
                + " reading.%n",
            address, address.substring(0, address.lastIndexOf('/') + 1));
  }

  // The last part of the address; empty for that of all services.
  private static String service(HttpServletRequest request) {
    String path = request.getPathInfo();
    return path == null ? "" : path.substring(1);
  }

  private static boolean isDescription(String query) {
    return query.equalsIgnoreCase(WSDL) || query.equalsIgnoreCase(SINGLE) || query.equals(SCHEMA);
  }

  private @Nullable String find(String service, HttpServletRequest request, int httpsPort) {
    String wsdl = wsdls.get(service);
    String query = request.getQueryString();
    if (wsdl == null || query == null) {
      return null;
    }
    String address = AskedAddress.of(request).toString();
    // A client takes the address of the service from here, and sends its password there.
    String there =
        service.equals(SECURED) ? AskedAddress.secure(request, httpsPort).toString() : address;
    if (query.equalsIgnoreCase(WSDL)) {
      return at(there, wsdl.replace("\"" + XSD + "\"", "\"" + address + "?" + SCHEMA + "\""));
    }
    if (query.equalsIgnoreCase(SINGLE)) {
      return at(there, flat(wsdl));
    }
    return query.equals(SCHEMA) ? xsd : null;
  }

  /** A description with the schema in it. */
  String flat(String wsdl) {
    String inline = PROLOGUE.matcher(xsd).replaceFirst("");
    return IMPORT.matcher(wsdl).replaceFirst(Matcher.quoteReplacement(inline));
  }

  private static String at(String address, String wsdl) {
    return ADDRESS.matcher(wsdl).replaceAll(Matcher.quoteReplacement(escaped(address)));
  }

  private static String escaped(String address) {
    return address.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static String read(String name) {
    String path = "/" + FOLDER + name;
    try (InputStream in = Contract.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the contract is missing: " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
