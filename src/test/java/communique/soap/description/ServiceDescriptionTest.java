package communique.soap.description;

import static communique.soap.description.ContractFiles.WSDL;
import static communique.soap.description.ContractFiles.XS;
import static communique.soap.description.ContractFiles.all;
import static communique.soap.description.ContractFiles.children;
import static communique.soap.description.ContractFiles.parsed;
import static communique.soap.description.ContractFiles.read;
import static communique.soap.description.ContractFiles.wsdl;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The descriptions of the services are as WS-I Basic Profile 1.1 has them. */
class ServiceDescriptionTest {
  private static final String SOAP11 = "http://schemas.xmlsoap.org/wsdl/soap/";
  private static final String SOAP12 = "http://schemas.xmlsoap.org/wsdl/soap12/";

  @ParameterizedTest
  @ValueSource(strings = {"deposit", "retrieval"})
  void a_service_is_document_literal_wrapped_in_both_versions_of_soap(String service) {
    Document wsdl = wsdl(service);
    assertThat(wsdl.getDocumentElement().getAttribute("targetNamespace"))
        .isEqualTo(Contract.NAMESPACE);
    List<String> operations = new ArrayList<>();
    for (Element each : children(first(wsdl, "portType"), WSDL, "operation")) {
      String name = each.getAttribute("name");
      operations.add(name);
      assertThat(text(each)).as(name).isNotBlank();
      assertThat(children(each, WSDL, "fault")).as(name).hasSize(1);
      assertThat(element(wsdl, each, "input")).isEqualTo("tns:" + name);
      assertThat(element(wsdl, each, "output")).isEqualTo("tns:" + name + "Response");
    }
    bound(wsdl, SOAP11, operations);
    bound(wsdl, SOAP12, operations);
  }

  @ParameterizedTest
  @ValueSource(strings = {"deposit", "retrieval"})
  void a_flat_description_has_everything_in_one_schema(String service) {
    Document flat = parsed(new Contract().flat(read(service + ".wsdl")));
    assertThat(all(flat, XS, "schema")).hasSize(1);
    assertThat(all(flat, XS, "import")).isEmpty();
    assertThat(all(flat, WSDL, "import")).isEmpty();
    Set<String> there = new TreeSet<>();
    children(all(flat, XS, "schema").get(0), XS, "element")
        .forEach(each -> there.add("tns:" + each.getAttribute("name")));
    for (Element part : all(flat, WSDL, "part")) {
      assertThat(there).contains(part.getAttribute("element"));
    }
  }

  private static void bound(Document wsdl, String soap, List<String> operations) {
    List<Element> bindings =
        all(wsdl, WSDL, "binding").stream()
            .filter(each -> !children(each, soap, "binding").isEmpty())
            .toList();
    assertThat(bindings).hasSize(1);
    Element binding = bindings.get(0);
    assertThat(children(binding, soap, "binding").get(0).getAttribute("style"))
        .isEqualTo("document");
    List<String> found = new ArrayList<>();
    for (Element each : children(binding, WSDL, "operation")) {
      String name = each.getAttribute("name");
      found.add(name);
      assertThat(children(each, soap, "operation").get(0).getAttribute("soapAction"))
          .isEqualTo(Contract.NAMESPACE + ":" + name);
      for (String direction : List.of("input", "output")) {
        Element message = children(each, WSDL, direction).get(0);
        assertThat(children(message, soap, "body").get(0).getAttribute("use")).isEqualTo("literal");
        assertThat(children(message, soap, "header")).isEmpty();
      }
    }
    assertThat(found).isEqualTo(operations);
    assertThat(all(wsdl, soap, "address")).hasSize(1);
  }

  private static String element(Document wsdl, Element operation, String direction) {
    String message = children(operation, WSDL, direction).get(0).getAttribute("message");
    for (Element each : all(wsdl, WSDL, "message")) {
      if (message.equals("tns:" + each.getAttribute("name"))) {
        List<Element> parts = children(each, WSDL, "part");
        assertThat(parts).as(message).hasSize(1);
        return parts.get(0).getAttribute("element");
      }
    }
    throw new AssertionError("no " + message);
  }

  private static String text(Element operation) {
    return children(operation, WSDL, "documentation").get(0).getTextContent();
  }

  private static Element first(Document wsdl, String name) {
    return all(wsdl, WSDL, name).get(0);
  }
}
