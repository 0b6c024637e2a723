package communique.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The published contract and the resources say the same. */
class OpenApiTest {
  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH");

  @Test
  void every_path_is_in_the_contract_under_the_name_of_its_method_and_no_other()
      throws IOException {
    assertThat(ofContract()).isEqualTo(ofResources());
  }

  @Test
  void every_reference_to_a_schema_leads_to_one() throws IOException {
    for (JsonNode schema : contract().at("/components/schemas")) {
      String name = schema.get("$ref").asText().replace("/api/v1/schemas/", "");
      assertThat(getClass().getResource("/schemas/rest/" + name)).as(name).isNotNull();
    }
  }

  private static Map<String, String> ofContract() throws IOException {
    Map<String, String> operations = new TreeMap<>();
    for (Map.Entry<String, JsonNode> path : contract().get("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey().toUpperCase(Locale.ROOT))) {
          operations.put(
              method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
              method.getValue().get("operationId").asText());
        }
      }
    }
    return operations;
  }

  private static Map<String, String> ofResources() {
    Map<String, String> operations = new TreeMap<>();
    for (Class<?> resource : new RestApplication().getClasses()) {
      for (Method method : resource.getDeclaredMethods()) {
        for (Annotation each : method.getAnnotations()) {
          HttpMethod http = each.annotationType().getAnnotation(HttpMethod.class);
          if (http != null) {
            operations.put(http.value() + " " + path(resource, method), operation(method));
          }
        }
      }
    }
    return operations;
  }

  private static String path(Class<?> resource, Method method) {
    Path own = method.getAnnotation(Path.class);
    return "/"
        + resource.getAnnotation(Path.class).value()
        + (own == null ? "" : "/" + own.value());
  }

  private static String operation(Method method) {
    return Character.toUpperCase(method.getName().charAt(0)) + method.getName().substring(1);
  }

  private static JsonNode contract() throws IOException {
    return new YAMLMapper().readTree(OpenApiTest.class.getResource("/META-INF/openapi.yaml"));
  }
}
