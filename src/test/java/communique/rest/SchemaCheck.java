package communique.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;

/** Holds documents against the schemas that are published. */
public final class SchemaCheck {
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(
          SpecVersion.VersionFlag.V202012,
          builder ->
              builder.schemaMappers(
                  mappers -> mappers.mapPrefix("https://contract/", "classpath:schemas/rest/")));

  private SchemaCheck() {}

  /** Demands that a document is as the schema says. */
  public static void assertValid(String schema, byte[] document) {
    assertThat(schema(schema).validate(new String(document, UTF_8), InputFormat.JSON))
        .as(new String(document, UTF_8))
        .isEmpty();
  }

  /** Demands that a document is not as the schema says. */
  public static void assertInvalid(String schema, String document) {
    assertThat(schema(schema).validate(document, InputFormat.JSON)).isNotEmpty();
  }

  private static JsonSchema schema(String name) {
    return SCHEMAS.getSchema(SchemaLocation.of("https://contract/" + name));
  }
}
