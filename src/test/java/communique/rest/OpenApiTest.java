package communique.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The published contract and the resources say the same. */
class OpenApiTest {

  @Test
  void every_path_is_in_the_contract_under_the_name_of_its_method_and_no_other()
      throws IOException {
    assertThat(ofContract()).isEqualTo(ofResources());
  }

  @Test
  void every_parameter_that_a_method_declares_is_in_the_contract_and_no_other() throws IOException {
    Map<String, Set<String>> declared = new TreeMap<>();
    for (Class<?> resource : new RestApplication().getClasses()) {
      for (Method method : resource.getDeclaredMethods()) {
        boolean takesAll =
            Arrays.stream(method.getParameterTypes()).anyMatch(type -> type == UriInfo.class);
        if (isOffered(method) && !takesAll) {
          declared.put(operation(method), parameters(method));
        }
      }
    }
    Map<String, Set<String>> promised = new TreeMap<>();
    JsonNode contract = contract();
    for (JsonNode path : contract.get("paths")) {
      for (JsonNode operation : path) {
        String name = operation.get("operationId").asText();
        if (declared.containsKey(name)) {
          promised.put(name, parameters(contract, operation));
        }
      }
    }
    assertThat(promised).isEqualTo(declared);
  }

  private static boolean isOffered(Method method) {
    return Arrays.stream(method.getAnnotations())
        .anyMatch(each -> each.annotationType().isAnnotationPresent(HttpMethod.class));
  }

  private static Set<String> parameters(Method method) {
    return Arrays.stream(method.getParameters())
        .flatMap(each -> Stream.ofNullable(each.getAnnotation(QueryParam.class)))
        .map(QueryParam::value)
        .collect(Collectors.toSet());
  }

  private static Set<String> parameters(JsonNode contract, JsonNode operation) {
    Set<String> names = new TreeSet<>();
    for (JsonNode each : operation.path("parameters")) {
      JsonNode parameter =
          each.has("$ref") ? contract.at(each.get("$ref").asText().substring(1)) : each;
      if (parameter.get("in").asText().equals("query")) {
        names.add(parameter.get("name").asText());
      }
    }
    return names;
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
    contract()
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation ->
                            operations.put(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue().get("operationId").asText())));
    return operations;
  }

  private static Map<String, String> ofResources() {
    Map<String, String> operations = new TreeMap<>();
    for (Class<?> resource : new RestApplication().getClasses()) {
      for (Method method : resource.getDeclaredMethods()) {
        for (Annotation annotation : method.getAnnotations()) {
          HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
          if (verb != null) {
            operations.put(verb.value() + " " + path(resource, method), operation(method));
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
