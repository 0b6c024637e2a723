package communique.search;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.JsonData;
import co.elastic.clients.json.SimpleJsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import communique.support.RunningSystem;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.apache.http.HttpHost;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Writing into the indices that the archive has made. */
@ExtendWith(RunningSystem.Shared.class)
class BulkWriterIT {
  private final RunningSystem system;

  BulkWriterIT(RunningSystem system) {
    this.system = system;
  }

  @Test
  void what_comes_late_changes_nothing() throws Exception {
    String id = UUID.randomUUID().toString();
    try (ElasticsearchClient client = client()) {
      write(client, id, Optional.of(document("second")), 20);
      write(client, id, Optional.of(document("first")), 10);
      write(client, id, Optional.empty(), 15);
      assertThat(reference(client, id)).isEqualTo("second");

      write(client, id, Optional.empty(), 30);
      write(client, id, Optional.of(document("second")), 25);
      assertThat(exists(client, id)).isFalse();
    }
  }

  @Test
  void a_document_that_is_refused_does_not_stop_the_others() throws Exception {
    String refused = UUID.randomUUID().toString();
    String taken = UUID.randomUUID().toString();
    try (ElasticsearchClient client = client()) {
      BulkWriter writer = new BulkWriter(client);
      JsonObject unknown = Json.createObjectBuilder().add("no-such-field", "x").build();
      writer.write(Shelf.RESTRICTED, refused, Optional.of(unknown), 1);
      writer.write(Shelf.RESTRICTED, taken, Optional.of(document("x")), 2);
      writer.flush();

      assertThat(exists(client, refused)).isFalse();
      assertThat(exists(client, taken)).isTrue();
      write(client, taken, Optional.empty(), 3);
    }
  }

  private static void write(
      ElasticsearchClient client, String id, Optional<JsonObject> document, long position)
      throws IOException {
    BulkWriter writer = new BulkWriter(client);
    writer.write(Shelf.RESTRICTED, id, document, position);
    writer.flush();
  }

  private static JsonObject document(String reference) {
    return Json.createObjectBuilder().add("reference", reference).build();
  }

  private static String reference(ElasticsearchClient client, String id) throws IOException {
    JsonData source =
        client.get(get -> get.index(Shelf.RESTRICTED.searchedAs()).id(id), JsonData.class).source();
    return source == null ? "" : source.toJson().asJsonObject().getString("reference");
  }

  private static boolean exists(ElasticsearchClient client, String id) throws IOException {
    return client.exists(exists -> exists.index(Shelf.RESTRICTED.searchedAs()).id(id)).value();
  }

  private ElasticsearchClient client() {
    RestClient connection =
        RestClient.builder(HttpHost.create(system.searchUri().toString())).build();
    return new ElasticsearchClient(new RestClientTransport(connection, new SimpleJsonpMapper()));
  }
}
