package communique.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

/** Versions of all shapes keep to the schemas that IPTC publishes. */
class StandardsTest {
  private static final String NINJS = "iptc-ninjs/specification/ninjs-schema_3.1.json";
  private static final String NEWSML =
      "iptc-newsml-g2/specification/NewsML-G2_2.35-spec-All-Power.xsd";
  private static final String CATALOG =
      "iptc-catalogs/NewsMLG2/catalogs/catalog.IPTC-G2-Standards_41.xml";

  @Test
  void any_version_is_valid_ninjs() throws IOException {
    JsonSchema schema = ninjs();
    Publications.all()
        .forEach(
            publication -> {
              String item = new String(Format.NINJS.write(publication), UTF_8);
              assertThat(schema.validate(item, InputFormat.JSON)).as(item).isEmpty();
            });
  }

  @Test
  void the_schema_of_ninjs_would_see_a_mistake() throws IOException {
    String item = new String(Format.NINJS.write(Publications.everything()), UTF_8);
    assertThat(ninjs().validate(item.replace("\"slugline\"", "\"slug\""), InputFormat.JSON))
        .isNotEmpty();
    assertThat(ninjs().validate(item.replace("T09:30:00+09:00", ""), InputFormat.JSON))
        .isNotEmpty();
  }

  @Test
  void any_version_is_a_valid_news_item() throws SAXException {
    Validator validator = newsMl();
    Publications.all()
        .forEach(
            publication -> {
              byte[] item = Format.NEWSML_G2.write(publication);
              assertThat(catching(() -> validate(validator, item)))
                  .as(new String(item, UTF_8))
                  .isEmpty();
            });
  }

  @Test
  void the_schema_of_news_items_would_see_a_mistake() throws SAXException {
    String item = new String(Format.NEWSML_G2.write(Publications.everything()), UTF_8);
    Validator validator = newsMl();
    assertThatThrownBy(
            () -> validate(validator, item.replace("itemClass", "itemClasses").getBytes(UTF_8)))
        .isInstanceOf(SAXException.class);
  }

  @Test
  void every_scheme_of_a_news_item_is_in_the_catalogue_it_names() throws IOException {
    String catalog = Files.readString(Standards.file(CATALOG));
    String item = new String(Format.NEWSML_G2.write(Publications.everything()), UTF_8);
    assertThat(
            Pattern.compile(" (?:qcode|type)=\"([^:\"/]+):")
                .matcher(item)
                .results()
                .map(MatchResult::group)
                .map(found -> found.replaceAll(".*\"(.*):", "$1")))
        .isNotEmpty()
        .allSatisfy(alias -> assertThat(catalog).contains("alias=\"" + alias + "\""));
  }

  private static JsonSchema ninjs() throws IOException {
    // Only places could be GeoJSON, and none is.
    JsonSchemaFactory factory =
        JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder ->
                builder.schemaLoaders(
                    loaders ->
                        loaders.schemas(Map.of("https://geojson.org/schema/GeoJSON.json", "{}"))));
    return factory.getSchema(
        Files.readString(Standards.file(NINJS)),
        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
  }

  private static Validator newsMl() throws SAXException {
    SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
    return factory.newSchema(Standards.file(NEWSML).toFile()).newValidator();
  }

  private static void validate(Validator validator, byte[] document)
      throws SAXException, IOException {
    validator.validate(new StreamSource(new ByteArrayInputStream(document)));
  }

  private static String catching(Validation validation) {
    try {
      validation.run();
      return "";
    } catch (SAXException | IOException e) {
      return "" + e.getMessage();
    }
  }

  @FunctionalInterface
  private interface Validation {
    void run() throws SAXException, IOException;
  }
}
