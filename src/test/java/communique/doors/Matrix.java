package communique.doors;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Who may what, as {@code schemas/access/matrix.csv} says, and the operations there are. */
final class Matrix {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
  private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";

  private Matrix() {}

  /** The rows, one for each combination of words. */
  static List<Row> rows() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(open("/schemas/access/matrix.csv"), UTF_8))) {
      return lines
          .lines()
          .skip(1)
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> rows(line.split(",", -1)).stream())
          .toList();
    }
  }

  private static List<Row> rows(String[] cells) {
    List<Row> rows = new ArrayList<>();
    for (String operation : cells[0].split(" ", -1)) {
      for (String role : cells[1].split(" ", -1)) {
        for (String state : cells[2].split(" ", -1)) {
          for (String office : cells[3].split(" ", -1)) {
            rows.add(new Row(operation, role, state, office, cells[4]));
          }
        }
      }
    }
    return rows;
  }

  /** The operations of the REST door. */
  static Map<String, Operation> ofRest() throws IOException {
    Map<String, Operation> operations = new TreeMap<>();
    try (InputStream contract = open("/META-INF/openapi.yaml")) {
      JsonNode document = new YAMLMapper().readTree(contract);
      for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
        for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
          if (METHODS.contains(method.getKey())) {
            JsonNode operation = method.getValue();
            operations.put(
                operation.get("operationId").asText(),
                new Operation(
                    method.getKey(),
                    path.getKey(),
                    operation.has("requestBody"),
                    logIns(operation.has("security") ? operation : document)));
          }
        }
      }
    }
    return operations;
  }

  private static Set<String> logIns(JsonNode secured) {
    Set<String> names = new TreeSet<>();
    secured.get("security").forEach(one -> names.add(one.isEmpty() ? "" : one.fieldNames().next()));
    return names;
  }

  /** The operations of the SOAP door, with the names of their services. */
  static Map<String, String> ofSoap() throws Exception {
    Map<String, String> operations = new TreeMap<>();
    for (String service : List.of("deposit", "retrieval")) {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      try (InputStream contract = open("/schemas/soap/" + service + ".wsdl")) {
        NodeList ports =
            factory.newDocumentBuilder().parse(contract).getElementsByTagNameNS(WSDL, "portType");
        NodeList names =
            ((Element) Objects.requireNonNull(ports.item(0)))
                .getElementsByTagNameNS(WSDL, "operation");
        for (int i = 0; i < names.getLength(); i++) {
          operations.put(((Element) names.item(i)).getAttribute("name"), service);
        }
      }
    }
    return operations;
  }

  static Set<String> operations() throws Exception {
    Set<String> operations = new TreeSet<>(ofRest().keySet());
    operations.addAll(ofSoap().keySet());
    return operations;
  }

  private static InputStream open(String name) {
    return Objects.requireNonNull(Matrix.class.getResourceAsStream(name), name);
  }

  /** What one caller is answered. */
  record Row(String operation, String role, String state, String office, String answer) {}

  /**
   * How an operation is called.
   *
   * @param logIns the names of the ways to log in for it; empty for none
   */
  record Operation(String method, String path, boolean hasBody, Set<String> logIns) {}
}
